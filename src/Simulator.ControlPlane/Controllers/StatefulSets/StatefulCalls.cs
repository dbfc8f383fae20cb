using Simulator.Api;
using Simulator.ControlPlane.Controllers.Routines;
using Simulator.ControlPlane.Hosting;

namespace Simulator.ControlPlane.Controllers.StatefulSets;

/// <summary>Creates, deletes and mends pods with their claims, and tells its events (stateful_pod_control.go).</summary>
/// <param name="claimOf">A claim as the watch has shown it; null if there is none.</param>
/// <param name="podOf">A pod as the watch has shown it.</param>
internal sealed class StatefulCalls(
    Func<ObjectKey, PersistentVolumeClaim?> claimOf, Func<ObjectKey, Pod?> podOf, RoutineSet routines)
{
    private const int ConflictTries = 4;

    /// <summary>Claims first; the pod only if all of them are there.</summary>
    public IEnumerable<Wait> Create(StatefulState state, Pod pod)
    {
        List<string> failures = [];
        foreach (var wait in CreateClaims(state, pod, failures)) yield return wait;
        if (failures.Count > 0)
        {
            TellOfPod(state, pod, "create", Joined(failures));
            state.HasFailed = true;
            yield break;
        }

        var create = new Call(new CreateRequest(pod));
        yield return create;
        state.HasFailed = !create.Response.IsOk;
        if (create.Response.Result != ApiResult.AlreadyExists) TellOfPod(state, pod, "create", FailureOf(create.Response));
    }

    public IEnumerable<Wait> Delete(StatefulState state, Pod pod)
    {
        var delete = new Call(new DeleteRequest(pod.Kind, pod.Key));
        yield return delete;
        state.HasFailed = !delete.Response.IsOk;
        TellOfPod(state, pod, "delete", FailureOf(delete.Response));
    }

    /// <summary>Gives a pod back the name label and the volumes that it has to have.</summary>
    public IEnumerable<Wait> Mend(StatefulState state, Pod pod)
    {
        for (var left = ConflictTries; ; left--)
        {
            var mended = StatefulIdentity.Matches(state.Set, pod) ? pod : StatefulIdentity.WithName(pod);
            if (!StatefulIdentity.HasStorage(state.Set, mended))
            {
                mended = StatefulIdentity.WithStorage(state.Set, mended);
                List<string> failures = [];
                foreach (var wait in CreateClaims(state, mended, failures)) yield return wait;
                state.HasFailed = failures.Count > 0;
                if (state.HasFailed) TellOfPod(state, pod, "update", Joined(failures));
                if (state.HasFailed) yield break;
            }

            if (ReferenceEquals(mended, pod)) yield break;
            var update = new Call(new UpdateRequest(mended));
            yield return update;
            pod = podOf(pod.Key) ?? pod;
            if (update.Response.Result == ApiResult.Conflict && left > 0) continue;
            state.HasFailed = !update.Response.IsOk;
            TellOfPod(state, mended, "update", FailureOf(update.Response));
            yield break;
        }
    }

    private IEnumerable<Wait> CreateClaims(StatefulState state, Pod pod, List<string> failures)
    {
        foreach (var claim in StatefulIdentity.ClaimsOf(state.Set, pod.Name))
        {
            if (claimOf(claim.Key) is { } known)
            {
                if (known.Metadata.IsBeingDeleted) failures.Add($"pvc {claim.Name} is being deleted");
                continue;
            }

            var create = new Call(new CreateRequest(claim));
            yield return create;
            var failure = FailureOf(create.Response);
            if (failure is not null) failures.Add($"failed to create PVC {claim.Name}: {failure}");
            if (create.Response.Result == ApiResult.AlreadyExists) continue;
            Tell(state, "Create", failure, failure is null
                ? $"create Claim {claim.Name} Pod {pod.Name} in StatefulSet {state.Set.Name} success"
                : $"create Claim {claim.Name} for Pod {pod.Name} in StatefulSet {state.Set.Name} failed error: {failure}");
        }
    }

    private void TellOfPod(StatefulState state, Pod pod, string verb, string? failure) => Tell(
        state, char.ToUpperInvariant(verb[0]) + verb[1..], failure,
        $"{verb} Pod {pod.Name} in StatefulSet {state.Set.Name} {(failure is null ? "successful" : $"failed error: {failure}")}");

    private void Tell(StatefulState state, string verb, string? failure, string message) => routines.Tell(
        new EventRequest($"{(failure is null ? "Successful" : "Failed")}{verb}", state.Set.Kind, state.Set.Key, message)
        {
            Type = failure is null ? EventType.Normal : EventType.Warning,
        });

    private static string? FailureOf(ApiResponse response) => response.IsOk ? null : response.Outcome;

    private static string Joined(List<string> failures) => failures.Count == 1 ? failures[0] : $"[{string.Join(", ", failures)}]";
}
