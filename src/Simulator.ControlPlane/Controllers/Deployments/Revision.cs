using System.Globalization;
using Simulator.Api;

namespace Simulator.ControlPlane.Controllers.Deployments;

/// <summary>The annotation that counts a deployment's changes (deployment.kubernetes.io/revision).</summary>
internal static class Revision
{
    /// <summary>0 for a ReplicaSet without a revision; null for one that cannot be read, which is skipped.</summary>
    public static long? Of(ApiObject value)
    {
        if (!value.Metadata.Annotations.TryGetValue(WellKnownAnnotations.DeploymentRevision, out var text)) return 0;
        return long.TryParse(text, CultureInfo.InvariantCulture, out var number) ? number : null;
    }

    public static long Highest(IEnumerable<SetInRollout> sets)
    {
        var highest = 0L;
        foreach (var set in sets) highest = Math.Max(highest, Of(set.Value) ?? 0);
        return highest;
    }

    /// <summary>The second highest: what "the last one" means to a rollback.</summary>
    public static long SecondHighest(IEnumerable<SetInRollout> sets)
    {
        var (highest, second) = (0L, 0L);
        foreach (var set in sets)
        {
            if (Of(set.Value) is not { } revision) continue;
            if (revision >= highest) (highest, second) = (revision, highest);
            else if (revision > second) second = revision;
        }

        return second;
    }

    /// <summary>The ReplicaSet's annotations with those of its deployment, under a revision that only grows.</summary>
    /// <remarks>Quirk of 1.3: revisions are compared as texts, so "9" is not below "10".</remarks>
    public static LabelSet Annotations(Deployment deployment, LabelSet annotations, string revision)
    {
        foreach (var (key, value) in deployment.Metadata.Annotations)
        {
            if (IsCopied(key) && annotations.ValueOrEmpty(key) != value) annotations = annotations.With(key, value);
        }

        var present = annotations.ValueOrEmpty(WellKnownAnnotations.DeploymentRevision);
        return string.CompareOrdinal(present, revision) < 0
            ? annotations.With(WellKnownAnnotations.DeploymentRevision, revision)
            : annotations;
    }

    public static bool IsCopied(string key) => key is not (WellKnownAnnotations.DeploymentRevision or WellKnownAnnotations.LastApplied);
}
