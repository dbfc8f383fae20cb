using Simulator.Api;
using Simulator.ControlPlane.Controllers.Routines;
using Simulator.ControlPlane.Controllers.Selection;
using Simulator.ControlPlane.Hosting;

namespace Simulator.ControlPlane.Controllers.Claiming;

/// <summary>
/// Which objects are an owner's: those that name it and match; others that name nobody are adopted, its own that no longer match released
/// (BaseControllerRefManager.ClaimObject in controller_ref_manager.go).
/// </summary>
/// <param name="isWanted">What has to hold beside the selector; null = nothing.</param>
internal sealed class Claim<T>(ApiObject owner, OwnerReference reference, PodSelector selector, Func<T, bool>? isWanted = null)
    where T : ApiObject
{
    private LabelSet? _seen;
    private bool _seenMatches;
    private bool? _mayAdopt;

    /// <summary>In the order in which they were looked at.</summary>
    public List<T> Claimed { get; } = [];

    /// <summary>A call was refused: the sync ends, whatever else was claimed.</summary>
    public bool HasFailed { get; private set; }

    public IEnumerable<Wait> Run(IReadOnlyList<T> candidates)
    {
        foreach (var candidate in candidates)
        {
            var holder = candidate.Metadata.ControllerReference;
            if (holder is not null && holder.Uid != reference.Uid) continue;
            var isMatch = IsMatch(candidate);
            if (holder is not null && isMatch) Claimed.Add(candidate);
            else if (!owner.Metadata.IsBeingDeleted && (isMatch || holder is not null))
            {
                foreach (var wait in holder is null ? Adopt(candidate) : Release(candidate)) yield return wait;
            }
        }
    }

    private IEnumerable<Wait> Adopt(T candidate)
    {
        if (candidate.Metadata.IsBeingDeleted) yield break;
        if (_mayAdopt is null)
        {
            var fresh = new Call(new GetRequest(owner.Kind, owner.Key));
            yield return fresh;
            _mayAdopt = fresh.Response is { IsOk: true, Object: { } stored }
                && stored.Metadata.Uid == owner.Metadata.Uid && !stored.Metadata.IsBeingDeleted;
        }

        if (_mayAdopt == false) HasFailed = true;
        else foreach (var wait in Patch(candidate)) yield return wait;
    }

    private IEnumerable<Wait> Patch(T candidate)
    {
        var patch = new Call(new AdoptRequest(candidate.Kind, candidate.Key, candidate.Metadata.Uid, reference));
        yield return patch;
        if (patch.Response.IsOk) Claimed.Add(candidate);
        else if (patch.Response.Result != ApiResult.NotFound) HasFailed = true;
    }

    private IEnumerable<Wait> Release(T candidate)
    {
        var patch = new Call(new ReleaseRequest(candidate.Kind, candidate.Key, candidate.Metadata.Uid, reference.Uid));
        yield return patch;
        if (patch.Response.Result is not (ApiResult.Ok or ApiResult.NotFound or ApiResult.Invalid)) HasFailed = true;
    }

    /// <summary>Pods of one template share their labels, and stand side by side.</summary>
    private bool IsMatch(T candidate)
    {
        if (!ReferenceEquals(_seen, candidate.Metadata.Labels))
        {
            _seen = candidate.Metadata.Labels;
            _seenMatches = selector.Matches(_seen);
        }

        return _seenMatches && isWanted?.Invoke(candidate) != false;
    }
}
