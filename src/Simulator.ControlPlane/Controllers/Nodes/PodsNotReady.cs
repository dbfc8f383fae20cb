using Simulator.Api;
using Simulator.ControlPlane.Controllers.Routines;
using Simulator.ControlPlane.Hosting;

namespace Simulator.ControlPlane.Controllers.Nodes;

/// <summary>Takes the pods of a node that has just fallen silent out of service (markAllPodsNotReady of 1.3.10), daemon pods too.</summary>
internal static class PodsNotReady
{
    public static IEnumerable<Wait> Mark(NodeLifecycleContext context, Node node)
    {
        context.TellOfNode(node.Name, "NodeNotReady", $"Node {node.Name} status is now: NodeNotReady");
        if (!KubeletVersion.ReconcilesReadiness(node.Status.KubeletVersion)) yield break;
        var list = new Call(new ListPodsOnNodeRequest(node.Name));
        yield return list;
        if (!list.Response.IsOk) yield break;
        foreach (var item in list.Response.Items!)
        {
            // The transition time stays as it was, as in the original; a write that fails is not tried again.
            var pod = (Pod)item;
            if (pod.Status.Ready is not { } ready) continue;
            var status = pod.Status with { Ready = ready with { Status = ConditionStatus.False } };
            yield return new Call(new UpdateStatusRequest(pod with { Status = status }));
        }
    }
}
