using System.Globalization;
using System.Text;
using Simulator.Api;
using Simulator.ControlPlane.Controllers.Claiming;
using Simulator.ControlPlane.Controllers.Routines;
using Simulator.ControlPlane.Hosting;

namespace Simulator.ControlPlane.Controllers.StatefulSets;

/// <summary>
/// Keeps the templates that a set's pods were made from (getStatefulSetRevisions, truncateHistory in stateful_set_control.go).
/// </summary>
/// <param name="dataOf">A template as the text that revisions are told apart by.</param>
internal sealed class RevisionHistory(Func<PodTemplate, string> dataOf)
{
    private const int LongestPrefix = 223;

    /// <summary>Finds or makes the revision of the present template, and finds that of the last complete update.</summary>
    public IEnumerable<Wait> Find(StatefulState state)
    {
        var (revisions, data) = (state.Revisions, dataOf(state.Set.Template));
        var number = revisions.Count == 0 ? 1 : revisions[^1].Revision + 1;
        var equal = revisions.FindLast(revision => revision.Data == data);
        if (equal is null)
        {
            foreach (var wait in Create(state, data, number)) yield return wait;
        }
        else if (equal.Data == revisions[^1].Data) state.UpdateRevision = revisions[^1];
        else
        {
            var update = new Call(new UpdateRequest(equal with { Revision = number }));
            yield return update;
            state.UpdateRevision = update.Response.IsOk ? (ControllerRevision)update.Response.Object! : null;
        }

        state.HasFailed = state.UpdateRevision is null;
        state.CurrentRevision = revisions.Find(revision => revision.Name == state.Set.Status.CurrentRevision) ?? state.UpdateRevision;
    }

    /// <summary>Revisions beyond the limit that nothing uses go, oldest first; also after a sync that has failed.</summary>
    public static IEnumerable<Wait> Truncate(StatefulState state)
    {
        HashSet<string> live = [.. state.Pods.Select(pod => pod.Revision)];
        if (state.CurrentRevision is { } current) live.Add(current.Name);
        if (state.UpdateRevision is { } update) live.Add(update.Name);
        var unused = state.Revisions.FindAll(revision => !live.Contains(revision.Name));
        foreach (var revision in unused.Take(unused.Count - state.Set.RevisionHistoryLimit))
        {
            var delete = new Call(new DeleteRequest(revision.Kind, revision.Key));
            yield return delete;
            if (delete.Response.IsOk) continue;
            state.HasFailed = true;
            yield break;
        }
    }

    /// <summary>A name that another text has leads to the next name.</summary>
    private static IEnumerable<Wait> Create(StatefulState state, string data, long number)
    {
        while (true)
        {
            var create = new Call(new CreateRequest(New(state.Owner, data, number, state.Collisions)));
            yield return create;
            if (create.Response.Result != ApiResult.AlreadyExists)
            {
                state.UpdateRevision = create.Response.IsOk ? (ControllerRevision)create.Response.Object! : null;
                yield break;
            }

            if (create.Response.Object is ControllerRevision known && known.Data == data)
            {
                state.UpdateRevision = known;
                yield break;
            }

            state.Collisions++;
        }
    }

    /// <summary>The revision that a controller without a past makes.</summary>
    public static ControllerRevision First(Owner<PetSet> owner) => New(owner, CanonicalText.Of(owner.Value.Template), 1, 0);

    private static ControllerRevision New(Owner<PetSet> owner, string data, long number, int collisions)
    {
        var set = owner.Value;
        var hash = SafeName.Of(Encoding.UTF8.GetBytes(data + collisions.ToString(CultureInfo.InvariantCulture)));
        var prefix = set.Name.Length > LongestPrefix ? set.Name[..LongestPrefix] : set.Name;
        return new ControllerRevision
        {
            Metadata = new ObjectMeta
            {
                Name = $"{prefix}-{hash}",
                Namespace = set.Namespace,
                Labels = set.Template.Labels.With("controller.kubernetes.io/hash", hash),
                OwnerReferences = owner.References,
            },
            Revision = number,
            Data = data,
            Template = set.Template,
        };
    }
}
