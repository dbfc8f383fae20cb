using Simulator.Api;
using Simulator.ControlPlane.Controllers.Routines;
using Simulator.ControlPlane.Hosting;

namespace Simulator.ControlPlane.Controllers.Nodes;

/// <summary>Deletes nodes that the cloud no longer has, their pods first and without grace (forcefullyDeleteNode of 1.3.10).</summary>
internal sealed class NodeRemoval(NodeLifecycleContext context, ICloudInstances cloud)
{
    /// <summary>The deletion is a routine of its own: the pass goes on, and a later pass may start it again before it is done.</summary>
    public void RemoveIfGone(string node)
    {
        if (cloud.Exists(node)) return;
        context.TellOfNode(
            node, "DeletingNode", $"Node {node} event: Deleting Node {node} because it's not present according to cloud provider");
        context.Routines.Start(Remove(node));
    }

    private static IEnumerator<Wait> Remove(string node)
    {
        var list = new Call(new ListPodsOnNodeRequest(node));
        yield return list;
        if (!list.Response.IsOk) yield break;
        foreach (var pod in list.Response.Items!)
        {
            var delete = NodeLifecycleContext.ForceDelete(pod.Key);
            yield return delete;
            if (!delete.Response.IsOk) yield break;
        }

        yield return new Call(new DeleteRequest("Node", new ObjectKey("", node)));
    }
}
