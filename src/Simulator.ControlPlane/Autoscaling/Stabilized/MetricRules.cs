using Simulator.Api;
using Simulator.ControlPlane.Controllers.Routines;
using Simulator.ControlPlane.Hosting;

namespace Simulator.ControlPlane.Autoscaling.Stabilized;

/// <summary>What a metric proposes: reads it, and compares it with its target (computeReplicasForMetric in horizontal.go).</summary>
internal sealed class MetricRules(StabilizedOptions options, RoutineSet routines)
{
    private readonly PodMetricRules _pods = new(options, routines);
    private readonly UsageRule _usage = new(options);

    /// <summary>Into <see cref="MetricQuestion.Answer"/>.</summary>
    public IEnumerable<Wait> Propose(MetricQuestion question) => question.Spec.Metric.Source switch
    {
        MetricSource.Resource or MetricSource.ContainerResource => _pods.OfResource(question),
        MetricSource.Pods => _pods.OfPods(question),
        MetricSource.Object => OfObject(question),
        _ => OfExternal(question),
    };

    private IEnumerable<Wait> OfObject(MetricQuestion question)
    {
        const string Reason = "FailedGetObjectMetric";
        var (metric, described) = (question.Spec.Metric, question.Spec.Metric.Described);
        var call = new Call(new ObjectMetricRequest(question.Namespace, metric));
        yield return call;
        if (call.Response is not { IsOk: true, Samples.Values: [var value, ..] })
        {
            var why = $"unable to fetch metrics from custom metrics API: {call.Response.Outcome}";
            var message = $"unable to get metric {metric.Name}: {described.Kind} on {question.Namespace} {described.Name}/{why}";
            var inner = question.Spec.IsOfValue ? message : $"failed to get {metric.Name} object metric: {message}";
            question.Answer = MetricProposal.Failed(Reason, message, $"failed to get object metric value: {inner}");
            yield break;
        }

        question.Answer = question.Spec.IsOfValue
            ? OfValue(
                question, value.MilliValue, $"{described.Kind} metric {metric.Name}", Reason,
                static error => $"failed to get object metric value: {error}")
            : OfAverage(question, value.MilliValue, metric with { Described = new ObjectName("", "", "") });
    }

    private IEnumerable<Wait> OfExternal(MetricQuestion question)
    {
        const string Reason = "FailedGetExternalMetric";
        var metric = question.Spec.Metric;
        var call = new Call(new ExternalMetricRequest(question.Namespace, metric));
        yield return call;
        var failure = MetricText.FailureOf(call.Response, "external", call.Response.Samples?.Values.Count);
        if (failure is not null)
        {
            var message = $"unable to get external metric {question.Namespace}/{metric.Name}/{MetricText.Of(metric.Selector)}: {failure}";
            var error = question.Spec.AverageValue is not null
                ? $"failed to get {metric.Name} external metric: {message}"
                : $"failed to get external metric {metric.Name}: {message}";
            question.Answer = MetricProposal.Failed(Reason, message, error);
            yield break;
        }

        var sum = call.Response.Samples!.Values.Sum(static value => value.MilliValue);
        question.Answer = question.Spec.AverageValue is not null
            ? OfAverage(question, sum, metric)
            : OfValue(question, sum, NameOf(metric), Reason, error => $"failed to get external metric {metric.Name}: {error}");
    }

    /// <summary>Without pods there is no tolerance: so it comes up from zero.</summary>
    private MetricProposal OfValue(MetricQuestion question, long value, string name, string reason, Func<string, string> errorOf)
    {
        var ratio = (double)value / question.Spec.Value!.Value.MilliValue;
        var replicas = question.Replicas;
        if (replicas == 0) replicas = GoNumber.Int32(Math.Ceiling(ratio));
        else if (!_usage.IsWithinTolerance(ratio))
        {
            if (question.Pods.Count == 0)
            {
                var message = $"unable to calculate ready pods: {MetricText.NoPods}";
                return MetricProposal.Failed(reason, message, errorOf(message));
            }

            var ready = question.Pods.Count(static pod => pod.Status.Phase == PodPhase.Running && pod.IsReady);
            replicas = GoNumber.Int32(Math.Ceiling(ratio * ready));
        }

        return new MetricProposal
        {
            Replicas = replicas,
            Name = name,
            Status = new MetricStatus { Metric = question.Spec.Metric, Value = Quantity.FromMilli(value) },
        };
    }

    /// <summary>Over the pods that the scale counts; if it counts none, the average is no number.</summary>
    private MetricProposal OfAverage(MetricQuestion question, long value, MetricIdentity told)
    {
        var target = (double)question.Spec.AverageValue!.Value.MilliValue;
        var replicas = question.CountedReplicas;
        if (Math.Abs(1.0 - (value / (target * replicas))) > options.Tolerance) replicas = GoNumber.Int32(Math.Ceiling(value / target));
        var average = GoNumber.Int64(Math.Ceiling((double)value / question.CountedReplicas));
        return new MetricProposal
        {
            Replicas = replicas,
            Name = NameOf(question.Spec.Metric),
            Status = new MetricStatus { Metric = told, AverageValue = Quantity.FromMilli(average) },
        };
    }

    /// <summary>Averages of objects are called external, too.</summary>
    private static string NameOf(MetricIdentity metric) => $"external metric {metric.Name}({MetricText.Of(metric.Selector)})";
}

/// <summary>A metric that a pass asks about, and what came of it.</summary>
/// <param name="replicas">spec.replicas of the scale.</param>
/// <param name="countedReplicas">status.replicas of the scale.</param>
/// <param name="pods">Those that the scale selects, by name.</param>
internal sealed class MetricQuestion(
    string inNamespace, ScalingMetric spec, int replicas, int countedReplicas, SelectorMatcher selector, List<Pod> pods)
{
    public string Namespace => inNamespace;

    public ScalingMetric Spec => spec;

    public int Replicas => replicas;

    public int CountedReplicas => countedReplicas;

    public SelectorMatcher Selector => selector;

    public List<Pod> Pods => pods;

    public MetricProposal Answer { get; set; } = new();
}
