using Simulator.Api;
using Simulator.ControlPlane.Scheduling.Framework.Cache;

namespace Simulator.Scenarios.Extending;

/// <summary>A node of a scheduler that goes by filters.</summary>
internal sealed class StateView(NodeState state) : NodeView(state.Name)
{
    public NodeState State => state;

    public override Node Node => state.Node!;

    public override long Version => state.Version;

    public override bool IsThought => state.IsThought;

    protected override IEnumerable<Pod> PodsNow() => state.Pods.Select(pod => pod.Pod);
}
