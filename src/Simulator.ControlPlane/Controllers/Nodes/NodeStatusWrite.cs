using Simulator.Api;
using Simulator.ControlPlane.Controllers.Routines;
using Simulator.ControlPlane.Hosting;

namespace Simulator.ControlPlane.Controllers.Nodes;

/// <summary>
/// Judges one node of a pass and, if its kubelet is silent, writes so, five times at most (tryUpdateNodeStatus of 1.3.10 and the loop
/// around it).
/// </summary>
/// <remarks>The result is read from the properties after the waits are over; there is one pass at a time.</remarks>
internal sealed class NodeStatusWrite(NodeLifecycleContext context, IHeartbeats heartbeats)
{
    private const int Tries = 5;

    /// <summary>False if the node could not be read again after a failed write: it is left alone in this pass.</summary>
    public bool IsDecided { get; private set; }

    /// <summary>The node had no Ready condition when it was read; nothing is decided on the pass that gives it one.</summary>
    public bool WasNeverReported { get; private set; }

    /// <summary>The Ready condition as it was read, before the write.</summary>
    public ConditionStatus Observed { get; private set; }

    /// <summary>This pass has turned the condition to Unknown.</summary>
    public bool HasTurnedUnknown { get; private set; }

    /// <summary>The node as the last try left it.</summary>
    public Node Node { get; private set; } = new();

    public IEnumerable<Wait> Try(NodeRecord record, Node node, Instant readAt)
    {
        IsDecided = true;
        for (var i = 0; i < Tries; i++)
        {
            if (Judge(record, node, readAt) is not { } unknown) yield break;
            var write = new Call(new UpdateStatusRequest(unknown) { ReadAt = readAt });
            yield return write;
            if (write.Response.IsOk)
            {
                record.Written(unknown.Status.Condition(NodeConditionType.Ready)!, context.Now);
                yield break;
            }

            var read = new Call(new GetRequest("Node", new ObjectKey("", node.Name)));
            yield return read;
            IsDecided = read.Response.IsOk;
            if (!IsDecided) yield break;
            (node, readAt) = ((Node)read.Response.Object!, context.Now);
        }
    }

    /// <summary>The status to write; null if there is nothing to write.</summary>
    private Node? Judge(NodeRecord record, Node node, Instant readAt)
    {
        var heartbeat = heartbeats.LastHeartbeat(node, readAt);
        var created = node.Metadata.CreationTimestamp ?? context.Now;
        record.Look(node);
        record.Observe(created, heartbeat, context.Now);
        WasNeverReported = record.Ready is null;
        Observed = record.Ready?.Status ?? ConditionStatus.Unknown;
        var unknown = IsSilent(record) ? SilentNode.Unknown(node, heartbeat, context.Now) : null;
        HasTurnedUnknown = unknown is not null;
        Node = unknown ?? node;
        return unknown;
    }

    private bool IsSilent(NodeRecord record)
    {
        var grace = WasNeverReported ? context.Options.NodeStartupGracePeriod : context.Options.NodeMonitorGracePeriod;
        return context.Now > record.ProbeTime + grace;
    }
}
