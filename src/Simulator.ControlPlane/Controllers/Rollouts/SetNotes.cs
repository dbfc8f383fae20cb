using System.Globalization;
using Simulator.Api;

namespace Simulator.ControlPlane.Controllers.Rollouts;

/// <summary>
/// The annotations of ReplicaSets: revision, revisions before it, sizes (SetNewReplicaSetAnnotations in deployment_util.go).
/// </summary>
internal static class SetNotes
{
    private const int LongestHistory = 2000;

    private static readonly HashSet<string> OwnToEach = new(StringComparer.Ordinal)
    {
        WellKnownAnnotations.LastApplied,
        WellKnownAnnotations.DeploymentRevision,
        WellKnownAnnotations.RevisionHistory,
        WellKnownAnnotations.DesiredReplicas,
        WellKnownAnnotations.MaxReplicas,
        WellKnownAnnotations.RollbackTo,
    };

    /// <summary>Neither a Deployment's nor a ReplicaSet's annotation of this name is copied to the other.</summary>
    public static bool IsOwn(string name) => OwnToEach.Contains(name);

    /// <summary>0 where there is none; null where it cannot be read.</summary>
    public static long? RevisionOf(ReplicaSet set) => ReadRevision(set.Metadata.Annotations);

    public static long HighestRevision(IEnumerable<ReplicaSet> sets) => Math.Max(0, sets.Max(RevisionOf) ?? 0);

    /// <summary>The highest but one, equal ones counted twice (LastRevision).</summary>
    public static long LastRevision(IEnumerable<ReplicaSet> sets)
    {
        var (highest, second) = (0L, 0L);
        foreach (var set in sets)
        {
            if (RevisionOf(set) is not { } revision) continue;
            if (revision >= highest) (second, highest) = (highest, revision);
            else second = Math.Max(second, revision);
        }

        return second;
    }

    /// <summary>Null where there is none or it cannot be read.</summary>
    public static int? Number(ReplicaSet set, string name) =>
        set.Metadata.Annotations.TryGetValue(name, out var text)
        && int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;

    /// <summary>What the new ReplicaSet should carry; the same instance if it does, or if its revision cannot be read.</summary>
    public static LabelSet Updated(LabelSet notes, Deployment deployment, long revision)
    {
        if (ReadRevision(notes) is null) return notes;
        foreach (var (name, value) in deployment.Metadata.Annotations.Pairs)
        {
            if (!IsOwn(name) && (!notes.TryGetValue(name, out var known) || known != value)) notes = notes.With(name, value);
        }

        return WithRevision(notes, revision);
    }

    public static LabelSet WithSizes(LabelSet notes, Deployment deployment)
    {
        var (desired, most) = Sizes(deployment);
        return notes.With(WellKnownAnnotations.DesiredReplicas, desired).With(WellKnownAnnotations.MaxReplicas, most);
    }

    public static bool HasSizes(LabelSet notes, Deployment deployment) =>
        (notes.ValueOrEmpty(WellKnownAnnotations.DesiredReplicas),
            notes.ValueOrEmpty(WellKnownAnnotations.MaxReplicas)) == Sizes(deployment);

    private static (string Desired, string Most) Sizes(Deployment deployment) => (
        deployment.Replicas.ToString(CultureInfo.InvariantCulture),
        (deployment.Replicas + RolloutLimits.Surge(deployment)).ToString(CultureInfo.InvariantCulture));

    /// <summary>A revision only grows; the one before it is remembered, since this is a way back to an old template.</summary>
    private static LabelSet WithRevision(LabelSet notes, long revision)
    {
        if (ReadRevision(notes) is not { } former || former >= revision) return notes;
        var updated = notes.With(WellKnownAnnotations.DeploymentRevision, revision.ToString(CultureInfo.InvariantCulture));
        return notes.TryGetValue(WellKnownAnnotations.DeploymentRevision, out var text) ? Remembering(updated, text) : updated;
    }

    /// <summary>The oldest revisions are forgotten where the list gets too long.</summary>
    private static LabelSet Remembering(LabelSet notes, string former)
    {
        var known = notes.ValueOrEmpty(WellKnownAnnotations.RevisionHistory);
        if (known.Length == 0) return notes.With(WellKnownAnnotations.RevisionHistory, former);
        var revisions = known.Split(',').ToList();
        if (revisions[0].Length == 0) return notes.With(WellKnownAnnotations.RevisionHistory, former);
        var length = known.Length + former.Length + 1;
        while (length > LongestHistory && revisions.Count > 0)
        {
            length -= revisions[0].Length + 1;
            revisions.RemoveAt(0);
        }

        return length > LongestHistory
            ? notes
            : notes.With(WellKnownAnnotations.RevisionHistory, string.Join(',', revisions.Append(former)));
    }

    private static long? ReadRevision(LabelSet notes)
    {
        var text = notes.ValueOrEmpty(WellKnownAnnotations.DeploymentRevision);
        if (text.Length == 0) return 0;
        return long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var revision) ? revision : null;
    }
}
