using Simulator.Api;
using Simulator.ControlPlane.Scheduling;
using Simulator.ControlPlane.Scheduling.Explanation;
using Simulator.World.Views;

namespace Simulator.World.Explanation;

/// <summary>Keeps the explanation of the last decision for each pod that is asked for, in one cluster.</summary>
internal sealed class PodWitness(PodQuery query, IRunView run, IReadOnlyList<SpareNode> spares) : IDecisionWitness
{
    private readonly DecisionExplainer _explainer = new();
    private readonly Dictionary<ObjectKey, (TimeSpan At, DecisionExplanation Decision)> _last = [];

    public (TimeSpan At, DecisionExplanation Decision)? LastOf(ObjectKey pod) => _last.TryGetValue(pod, out var last) ? last : null;

    public bool Watches(ObjectKey pod) => pod.Name == query.Name && (query.Namespace is null || pod.Namespace == query.Namespace);

    public void Witness(in DecisionMoment moment) => _last[moment.Pod.Key] = (run.Now, _explainer.Explain(moment, spares));
}
