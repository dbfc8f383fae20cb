using Simulator.Api;
using Simulator.ControlPlane.Scheduling.Cache;

namespace Simulator.Scenarios.Extending;

/// <summary>A node of a scheduler that goes by predicates.</summary>
internal sealed class InfoView(NodeInfo info) : NodeView(info.Name)
{
    public NodeInfo Info => info;

    public override Node Node => info.Node!;

    public override long Version => info.Version;

    public override bool IsThought => false;

    protected override IEnumerable<Pod> PodsNow() => info.Pods.Select(pod => pod.Pod);
}
