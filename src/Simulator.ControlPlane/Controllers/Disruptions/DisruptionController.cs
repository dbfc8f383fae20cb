using Simulator.Api;
using Simulator.ControlPlane.Controllers.Routines;
using Simulator.ControlPlane.Hosting;

namespace Simulator.ControlPlane.Controllers.Disruptions;

/// <summary>Counts how many pods of each disruption budget may be evicted (pkg/controller/disruption).</summary>
public sealed class DisruptionController : RetryingController
{
    private readonly Dictionary<(string Kind, ObjectKey Key), ApiObject> _scaled = [];
    private readonly BudgetPods _budgets = new();

    /// <param name="start">When the process starts.</param>
    public DisruptionController(DisruptionOptions options, Instant start)
        : base(options.ConcurrentSyncs, RetryPace.Usual, start) =>
        SyncBy(new DisruptionSync(_budgets, new PodScales((kind, key) => _scaled.GetValueOrDefault((kind, key))), Routines).Run);

    public override string Name => "disruption-controller";

    public override IReadOnlyList<string> Watches { get; } =
        ["Pod", "PodDisruptionBudget", "ReplicationController", "ReplicaSet", "Deployment", "PetSet"];

    /// <summary>Workloads are only looked up: their changes alone lead to no sync.</summary>
    private protected override void Observe(in WatchEvent change)
    {
        if (change.Object is Pod)
        {
            if (_budgets.ObservePod(change) is { } budget) Queue.Add(budget);
        }
        else if (change.Object is PodDisruptionBudget value)
        {
            _budgets.Observe(change.Type, value);
            Queue.Add(value.Key);
        }
        else if (change.Type == WatchEventType.Deleted) _scaled.Remove((change.Object.Kind, change.Object.Key));
        else _scaled[(change.Object.Kind, change.Object.Key)] = change.Object;
    }
}
