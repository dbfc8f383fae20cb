using Simulator.Api;
using Simulator.ControlPlane.Hosting;
using Simulator.World.ApiServer;

namespace Simulator.World.Metrics;

/// <summary>The pods that autoscalers ask for: nobody asks for others, so nobody measures them.</summary>
internal sealed class MeasuredPods(SimulatedApiServer server, IMachineReach machines)
{
    private readonly Dictionary<ObjectKey, (LabelSelector Source, ListPodsRequest List)> _lists = [];

    public bool AreAny => server.Store.List("HorizontalPodAutoscaler").Count > 0;

    /// <summary>Running, on machines that answer; a pod of two autoscalers comes twice.</summary>
    public List<Pod> All()
    {
        var (pods, allAnswer) = (new List<Pod>(), machines.AllAnswer);
        foreach (var scaler in server.Store.List("HorizontalPodAutoscaler")) Add((HorizontalPodAutoscaler)scaler, allAnswer, pods);
        return pods;
    }

    /// <summary>The same of one autoscaler.</summary>
    public List<Pod> Of(HorizontalPodAutoscaler scaler)
    {
        List<Pod> pods = [];
        Add(scaler, machines.AllAnswer, pods);
        return pods;
    }

    private void Add(HorizontalPodAutoscaler scaler, bool allAnswer, List<Pod> into)
    {
        if (ListOf(scaler) is not { } list) return;
        foreach (var listed in server.PodsOf(list))
        {
            if (listed is Pod { Status.Phase: PodPhase.Running } pod && (allAnswer || machines.Answers(pod.NodeName))) into.Add(pod);
        }
    }

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
