using Simulator.Api;
using Simulator.ControlPlane.Hosting;
using Simulator.Engine;
using Simulator.World.Operations.Reapers;
using Simulator.World.Specification.Operations;

namespace Simulator.World.Operations.Verbs;

/// <summary>
/// kubectl delete: what the object has made goes first (pkg/kubectl/cmd/delete.go), unless the control plane collects it afterwards.
/// </summary>
internal static class DeleteVerb
{
    public static IEnumerable<Event> Run(DeleteOperation operation, Kubectl kubectl, Outcome outcome) => operation.Cascade
        ? Reap(operation.Kind, operation.Key, operation.GracePeriod, kubectl, outcome)
        : Alone(operation.Kind, operation.Key, kubectl, outcome);

    /// <summary>What it has made stays.</summary>
    public static IEnumerable<Event> Alone(string kind, ObjectKey key, Kubectl kubectl, Outcome outcome) =>
        Calls.Make(new DeleteRequest(kind, key) { Orphans = kubectl.IsCollected }, kubectl, outcome);

    public static IEnumerable<Event> Reap(string kind, ObjectKey key, TimeSpan? grace, Kubectl kubectl, Outcome outcome)
    {
        if (!kubectl.IsCollected)
        {
            foreach (var step in ReaperTable.TakeApart(kind, key, grace, kubectl, outcome)) yield return step;
            if (!outcome.IsOk) yield break;
        }

        var deletion = kubectl.Call(new DeleteRequest(kind, key, kind == "Pod" ? grace : null));
        yield return deletion;
        outcome.Took(deletion, out _);
    }
}
