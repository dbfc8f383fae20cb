using Simulator.Api;
using Simulator.Api.Sources;
using Simulator.ControlPlane.Hosting;
using Simulator.World.ApiServer;

namespace Simulator.World.Metrics;

/// <summary>The pods that autoscalers ask for: nobody asks for others, so nobody measures them.</summary>
internal sealed class MeasuredPods(SimulatedApiServer server, IMachineReach machines)
{
    private readonly Dictionary<ObjectKey, Asked> _asked = [];

    public bool AreAny => server.Store.List("HorizontalPodAutoscaler").Count > 0;

    /// <summary>A list an autoscaler, good until the next call; a pod of two autoscalers comes twice.</summary>
    public List<MeasuredList> All()
    {
        List<MeasuredList> lists = [];
        foreach (var scaler in server.Store.List("HorizontalPodAutoscaler"))
        {
            if (Of((HorizontalPodAutoscaler)scaler) is { } list) lists.Add(list);
        }

        return lists;
    }

    /// <summary>Those of autoscalers that go by custom metrics.</summary>
    public IEnumerable<MeasuredList> WithCustomMetrics() => server.Store.List("HorizontalPodAutoscaler")
        .Cast<HorizontalPodAutoscaler>()
        .Where(HasCustomMetrics)
        .Select(Of)
        .OfType<MeasuredList>();

    public static bool HasCustomMetrics(HorizontalPodAutoscaler scaler) =>
        scaler.Metadata.Annotations.ContainsKey(CustomMetricText.Target);

    /// <summary>The same of one autoscaler; null if it has no target that can be scaled.</summary>
    public MeasuredList? Of(HorizontalPodAutoscaler scaler)
    {
        if (AskedBy(scaler) is not { Request: { } request } asked) return null;
        var listed = server.PodsOf(request);
        if (!asked.List.Holds(listed, machines.Version)) Read(listed, asked.List);
        return asked.List;
    }

    private void Read(IReadOnlyList<ApiObject> listed, MeasuredList into)
    {
        into.Pods.Clear();
        foreach (var each in listed)
        {
            if (each is Pod { Status.Phase: PodPhase.Running } pod && machines.Answers(pod.NodeName)) into.Pods.Add(pod);
        }

        into.Note(listed, machines.Version);
    }

    /// <summary>What is asked for as long as the target is the same version.</summary>
    private Asked? AskedBy(HorizontalPodAutoscaler scaler)
    {
        if (ScaleCalls.Find(scaler.TargetKind, scaler.Target, server.Store, server.Scalable) is not { } target) return null;
        if (!_asked.TryGetValue(scaler.Key, out var asked)) _asked.Add(scaler.Key, asked = new Asked());
        if (!ReferenceEquals(asked.Target, target)) asked.Aim(target, Scale.Of(target)?.Selector, scaler.Namespace);
        return asked;
    }

    private sealed class Asked
    {
        private LabelSelector? _source;

        public ApiObject? Target { get; private set; }

        /// <summary>Null: the target selects no pods.</summary>
        public ListPodsRequest? Request { get; private set; }

        public MeasuredList List { get; } = new();

        public void Aim(ApiObject target, LabelSelector? source, string home)
        {
            Target = target;
            if (Request is not null && _source is not null && source is not null && AreSame(_source, source)) return;
            _source = source;
            Request = source is { IsEmpty: false } && SelectorMatcher.TryCompile(source, out var matcher, out _)
                ? new ListPodsRequest(home, matcher)
                : null;
        }

        private static bool AreSame(LabelSelector left, LabelSelector right) =>
            ReferenceEquals(left, right)
            || (left.MatchLabels.SameAs(right.MatchLabels) && left.MatchExpressions.SequenceEqual(right.MatchExpressions));
    }
}
