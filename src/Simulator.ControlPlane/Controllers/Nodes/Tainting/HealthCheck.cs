using Simulator.Api;
using Simulator.ControlPlane.Controllers.Routines;
using Simulator.ControlPlane.Hosting;

namespace Simulator.ControlPlane.Controllers.Nodes.Tainting;

/// <summary>
/// Judges one node of a pass and, if it shows no sign of life, writes so; tries again for 100 ms at most (tryUpdateNodeHealth and the poll
/// around it).
/// </summary>
/// <remarks>The result is read from the properties after the waits are over; there is one pass at a time.</remarks>
internal sealed class HealthCheck(TaintingContext context)
{
    private const int Tries = 5;
    private static readonly TimeSpan RetryPeriod = TimeSpan.FromMilliseconds(20);

    /// <summary>False if the node could not be judged: it is left alone in this pass.</summary>
    public bool IsDecided { get; private set; }

    /// <summary>The Ready condition as it was read; null = never reported.</summary>
    public NodeCondition? Observed { get; private set; }

    /// <summary>The node as the last try left it.</summary>
    public Node Node { get; private set; } = new();

    /// <summary>The Ready condition after the controller's own write.</summary>
    public NodeCondition? Current => Node.Status.Condition(NodeConditionType.Ready);

    public bool HasTurnedNotReady => Current is { Status: not ConditionStatus.True } && Observed is { Status: ConditionStatus.True };

    public IEnumerable<Wait> Try(HealthRecord record, Node node)
    {
        IsDecided = false;
        for (var i = 0; i < Tries; i++)
        {
            if (Judge(record, node) is not { } unknown) yield break;
            var write = new Call(new UpdateStatusRequest(unknown));
            yield return write;
            if (write.Response.IsOk)
            {
                record.Wrote(Current!, context.Now);
                IsDecided = true;
                yield break;
            }

            var read = new Call(new GetRequest("Node", new ObjectKey("", node.Name)));
            yield return read;
            if (!read.Response.IsOk) yield break;
            node = (Node)read.Response.Object!;
            yield return new Pause(context.Routines, RetryPeriod);
        }
    }

    /// <summary>The status to write; null if there is nothing to write.</summary>
    private Node? Judge(HealthRecord record, Node node)
    {
        Observed = node.Status.Condition(NodeConditionType.Ready);
        record.IsRenewed(context.Now);
        record.Observe(Observed, node.Metadata.CreationTimestamp ?? context.Now, context.Now);
        var unknown = IsSilent(record, Observed) ? UnknownConditions.Of(node, context.Now) : null;
        Node = unknown ?? node;
        IsDecided = unknown is null;
        return unknown;
    }

    /// <summary>By the controller's own clock; the comparison is strict.</summary>
    public bool IsSilent(HealthRecord record, NodeCondition? ready) =>
        context.Now > record.ProbeTime + (ready is null ? context.Common.NodeStartupGracePeriod : context.Common.NodeMonitorGracePeriod);
}
