using Simulator.Api;
using Simulator.ControlPlane.Controllers.Routines;
using Simulator.ControlPlane.Hosting;

namespace Simulator.ControlPlane.Controllers.Nodes.Tainting;

/// <summary>Takes pods of a node that is not ready out of service (MarkPodsNotReady in pkg/controller/util/node of 1.20).</summary>
internal sealed class PodsUnready(TaintingContext context)
{
    /// <summary>False: a write failed, and a later pass is to try again.</summary>
    public bool IsOk { get; private set; }

    /// <summary>In a routine of its own; what fails is left.</summary>
    public IEnumerator<Wait> MarkAlone(IReadOnlyList<Pod> pods) => new PodsUnready(context).Mark(pods).GetEnumerator();

    public IEnumerable<Wait> Mark(IReadOnlyList<Pod> pods)
    {
        IsOk = true;
        foreach (var pod in pods)
        {
            if (pod.Status.Ready is not { Status: not ConditionStatus.False } ready) continue;
            var unready = ready with { Status = ConditionStatus.False, LastTransitionTime = context.Now.TruncatedToSecond };
            var write = new Call(new UpdateStatusRequest(pod with { Status = pod.Status with { Ready = unready } }));
            yield return write;
            if (write.Response.IsOk) context.TellOfPod(pod.Key, "NodeNotReady", "Node is not ready");
            else if (write.Response.Result != ApiResult.NotFound) IsOk = false;
        }
    }
}
