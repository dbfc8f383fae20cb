using Simulator.Api;
using Simulator.ControlPlane.Hosting;
using Simulator.World.ApiServer;

namespace Simulator.World.Metrics;

/// <summary>The pods that autoscalers ask for: nobody asks for others, so nobody measures them.</summary>
/// <param name="answers">The machine of that name can be asked.</param>
internal sealed class MeasuredPods(SimulatedApiServer server, Func<string, bool> answers)
{
    private readonly Dictionary<ObjectKey, (LabelSelector Source, ListPodsRequest List)> _lists = [];

    public bool AreAny => server.Store.List("HorizontalPodAutoscaler").Count > 0;

    /// <summary>Running, on machines that answer; a pod of two autoscalers comes twice.</summary>
    public IEnumerable<Pod> All() => server.Store.List("HorizontalPodAutoscaler").SelectMany(Of);

    /// <summary>The same of one autoscaler.</summary>
    public IEnumerable<Pod> Of(ApiObject scaler) => ListOf((HorizontalPodAutoscaler)scaler) is { } list
        ? server.PodsOf(list).Cast<Pod>().Where(IsMeasured)
        : [];

    private bool IsMeasured(Pod pod) => pod.Status.Phase == PodPhase.Running && answers(pod.NodeName);

    private ListPodsRequest? ListOf(HorizontalPodAutoscaler scaler)
    {
        if (ScaleCalls.Find(scaler.TargetKind, scaler.Target, server.Store) is not { } target) return null;
        if (Scale.Of(target)?.Selector is not { IsEmpty: false } source) return null;
        if (_lists.TryGetValue(scaler.Key, out var known) && AreSame(known.Source, source)) return known.List;
        if (!SelectorMatcher.TryCompile(source, out var matcher, out _)) return null;
        var list = new ListPodsRequest(scaler.Namespace, matcher);
        _lists[scaler.Key] = (source, list);
        return list;
    }

    private static bool AreSame(LabelSelector left, LabelSelector right) =>
        left.MatchLabels.SameAs(right.MatchLabels) && left.MatchExpressions.SequenceEqual(right.MatchExpressions);
}
