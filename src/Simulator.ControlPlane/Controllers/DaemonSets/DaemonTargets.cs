using Simulator.Api;
using Simulator.ControlPlane.Hosting;

namespace Simulator.ControlPlane.Controllers.DaemonSets;

/// <summary>The nodes that should run a daemon set's pod, by the controller's own rule: for whoever has no controller at hand.</summary>
public static class DaemonTargets
{
    /// <param name="others">Pods that are not the set's own.</param>
    /// <returns>Names in byte order.</returns>
    public static IReadOnlyList<string> Of(DaemonSet set, IEnumerable<Node> nodes, IEnumerable<Pod> others)
    {
        var loads = new DaemonNodes();
        foreach (var node in nodes) loads.Put(loads.Of(node.Name), node);
        foreach (var pod in others) loads.ObservePod(new WatchEvent(WatchEventType.Added, pod, null));
        return DaemonPlan.For(set, [], loads.All).NodesToFill;
    }
}
