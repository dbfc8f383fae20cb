using System.Text.Json;
using Simulator.Api;

namespace Simulator.Scenarios.Conformance.Lifecycle;

/// <summary>A kubelet of the recordings: it reports every 10 s while it is up.</summary>
internal sealed class LifecycleKubelet(JsonElement node)
{
    private static readonly TimeSpan HeartbeatPeriod = TimeSpan.FromSeconds(10);

    public string Node { get; } = node.Text("name");

    public Instant Created { get; } = Instant.FromSeconds(node.Long("creationTimestampSec"));

    public bool ReportsAtOnce { get; } = node.Bool("hasReadyConditionAtAdd");

    public Instant NextHeartbeat { get; private set; } = node.Moment("firstHeartbeatMs");

    public bool IsUp { get; set; } = true;

    public bool IsReady { get; set; } = true;

    public bool HasMachine { get; set; } = true;

    public void Beat() => NextHeartbeat += HeartbeatPeriod;

    /// <summary>The node as this kubelet writes it now; transition times change only with the status.</summary>
    public Node Report(Node stored, Instant now)
    {
        var conditions = stored.Status.Conditions.ToList();
        Set(conditions, NodeConditionType.OutOfDisk, ConditionStatus.False, now.TruncatedToSecond);
        Set(conditions, NodeConditionType.Ready, IsReady ? ConditionStatus.True : ConditionStatus.False, now.TruncatedToSecond);
        return stored with { Status = stored.Status with { Conditions = conditions } };
    }

    private static void Set(List<NodeCondition> conditions, string type, ConditionStatus status, Instant second)
    {
        var index = conditions.FindIndex(condition => condition.Type == type);
        var isSame = index >= 0 && conditions[index].Status == status;
        var condition = new NodeCondition(type, status, "Kubelet", second, isSame ? conditions[index].LastTransitionTime : second);
        if (index < 0) conditions.Add(condition);
        else conditions[index] = condition;
    }
}
