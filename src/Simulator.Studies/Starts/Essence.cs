using Simulator.Api;

namespace Simulator.Studies.Starts;

/// <summary>
/// What of objects can count in a placement: all, but what names a pod and where it is found. No predicate and no priority reads that,
/// which a test holds them to; and names are drawn, so that no two runs have the same.
/// </summary>
internal sealed class Essence
{
    private readonly (ApiObject? Old, ApiObject? Now)[] _alike = new (ApiObject?, ApiObject?)[2];

    /// <summary>Without node, which stands beside it.</summary>
    public static ApiObject Of(ApiObject value) => value is Pod pod
        ? pod with
        {
            Metadata = pod.Metadata with { Name = "", Uid = "", ResourceVersion = 0 },
            Spec = pod.IsAssigned ? pod.Spec with { NodeName = "" } : pod.Spec,
            Status = pod.Status.PodIP.Length > 0 ? pod.Status with { PodIP = "" } : pod.Status,
        }
        : value with { Metadata = value.Metadata with { ResourceVersion = 0 } };

    /// <summary>Two essences are the same, in each field.</summary>
    /// <remarks>
    /// Objects of one template share their parts, so that a look at references is mostly enough; content is looked at once for pods that
    /// follow each other and are alike.
    /// </remarks>
    /// <param name="isQuestion">Told and asked are remembered apart: they alternate.</param>
    public bool IsSame(ApiObject old, ApiObject now, bool isQuestion)
    {
        if (ReferenceEquals(old, now) || old.Equals(now)) return true;
        ref var last = ref _alike[isQuestion ? 1 : 0];
        if (ReferenceEquals(old, last.Old) && now.Equals(last.Now)) return true;
        if (old.GetType() != now.GetType() || !CanonicalText.AreEqual(old, now)) return false;
        last = (old, now);
        return true;
    }
}
