using Simulator.Api;
using Simulator.ControlPlane.Hosting;
using Simulator.Engine;

namespace Simulator.World.Operations.Reapers;

/// <summary>
/// To 0 replicas. With another controller of the same selector only its object goes; with one whose selector says more or less nothing
/// does.
/// </summary>
internal sealed class ReplicationControllerReaper(Kubectl kubectl, Outcome outcome)
{
    private const string Kind = "ReplicationController";

    public IEnumerable<Event> TakeApart(ObjectKey key)
    {
        var read = kubectl.Call(new GetRequest(Kind, key));
        yield return read;
        if (!outcome.Took(read, out var answer)) yield break;
        var controller = (ReplicationController)answer.Object!;
        var list = kubectl.Call(new ListRequest(Kind, key.Namespace));
        yield return list;
        if (!outcome.Took(list, out var others)) yield break;
        var overlapping = others.Items!.Cast<ReplicationController>()
            .Where(other => Overlap(controller.Selector, other.Selector))
            .ToLookup(other => other.Selector.Count == controller.Selector.Count);
        if (overlapping[false].Any())
        {
            outcome.Fail($"error: Detected overlapping controllers for rc {key.Name}: "
                + $"{string.Join(',', overlapping[false].Select(other => other.Name))}, please manage deletion individually with "
                + "--cascade=false.");
            yield break;
        }

        if (overlapping[true].Skip(1).Any()) yield break;
        foreach (var step in ScaleDown(controller)) yield return step;
    }

    private IEnumerable<Event> ScaleDown(ReplicationController controller)
    {
        var scaler = new Scaler(kubectl, outcome);
        foreach (var step in scaler.Scale(Kind, controller.Key, 0)) yield return step;
        if (!outcome.IsOk) yield break;
        foreach (var step in scaler.Wait(Kind, controller.Key, ReaperTable.For(controller.Replicas))) yield return step;
    }

    /// <summary>Itself, too.</summary>
    private static bool Overlap(LabelSet left, LabelSet right) => left.IsSubsetOf(right) || right.IsSubsetOf(left);
}
