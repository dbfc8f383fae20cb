using Simulator.Api;
using Simulator.ControlPlane.Hosting;
using Simulator.Engine;

namespace Simulator.World.Operations.Rolling;

/// <summary>
/// A controller of another name: deleted, its pods left alone, and when it is seen to be gone created under the other name (Rename in
/// pkg/kubectl/rolling_updater.go).
/// </summary>
internal sealed class ControllerRenaming(Kubectl kubectl, Outcome outcome)
{
    private const string Kind = "ReplicationController";
    private static readonly Patience OfRemoval = new(TimeSpan.FromSeconds(5), TimeSpan.FromMinutes(1));

    public IEnumerable<Event> Rename(ReplicationController controller, string name)
    {
        var removal = new Outcome(kubectl.Cluster);
        foreach (var step in Calls.Make(new DeleteRequest(Kind, controller.Key), kubectl, removal)) yield return step;
        if (removal.Result != ApiResult.NotFound) outcome.Join(removal);
        if (!outcome.IsOk) yield break;
        var poll = new Poll(kubectl, outcome);
        foreach (var step in poll.Until(OfRemoval, () => Look(controller.Key, poll))) yield return step;
        if (!outcome.IsOk) yield break;
        var metadata = new ObjectMeta
        {
            Name = name,
            Namespace = controller.Namespace,
            Labels = controller.Metadata.Labels,
            Annotations = controller.Metadata.Annotations,
        };
        foreach (var step in Calls.Make(
            new CreateRequest(controller with { Metadata = metadata, Status = new ReplicaStatus() }), kubectl, outcome))
        {
            yield return step;
        }
    }

    private IEnumerable<Event> Look(ObjectKey key, Poll poll)
    {
        var read = kubectl.Call(new GetRequest(Kind, key));
        yield return read;
        if (Kubectl.AnswerTo(read).Result == ApiResult.NotFound) poll.Met();
        else outcome.Took(read, out _);
    }
}
