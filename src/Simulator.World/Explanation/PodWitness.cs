using Simulator.Api;
using Simulator.ControlPlane.Scheduling;
using Simulator.ControlPlane.Scheduling.Explanation;
using Simulator.ControlPlane.Scheduling.Framework;
using Simulator.ControlPlane.Scheduling.Framework.Explanation;
using Simulator.World.Views;

namespace Simulator.World.Explanation;

/// <summary>Keeps the explanation of the last decision for each pod that is asked for, in one cluster.</summary>
internal sealed class PodWitness(PodQuery query, IRunView run, IReadOnlyList<SpareNode> spares) : IDecisionWitness
{
    private readonly DecisionExplainer _explainer = new();
    private readonly PlacementExplainer _placements = new();
    private readonly Dictionary<ObjectKey, (TimeSpan At, PreemptionFacts Facts)> _rooms = [];
    private readonly Dictionary<ObjectKey, (TimeSpan At, DecisionExplanation Decision)> _last = [];

    public (TimeSpan At, DecisionExplanation Decision)? LastOf(ObjectKey pod) => _last.TryGetValue(pod, out var last) ? last : null;

    public bool Watches(ObjectKey pod) => pod.Name == query.Name && (query.Namespace is null || pod.Namespace == query.Namespace);

    /// <summary>When room was made for it last, and how; null: never.</summary>
    public (TimeSpan At, PreemptionFacts Facts)? RoomOf(ObjectKey pod) => _rooms.TryGetValue(pod, out var room) ? room : null;

    public void Witness(in DecisionMoment moment) => _last[moment.Pod.Key] = (run.Now, _explainer.Explain(moment, spares));

    public void Witness(in PlacementMoment moment)
    {
        var explanation = _placements.Explain(moment, spares);
        _last[moment.Pod.Key] = (run.Now, explanation);
        if (explanation.Pass?.Preemption is { Node.Length: > 0 } room) _rooms[moment.Pod.Key] = (run.Now, room);
    }
}
