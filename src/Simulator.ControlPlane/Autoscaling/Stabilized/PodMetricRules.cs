using Simulator.Api;
using Simulator.ControlPlane.Controllers.Routines;
using Simulator.ControlPlane.Hosting;

namespace Simulator.ControlPlane.Autoscaling.Stabilized;

/// <summary>
/// Metrics that are measured pod by pod: their resources, and custom ones (replica_calculator.go, rest_metrics_client.go).
/// </summary>
internal sealed class PodMetricRules(StabilizedOptions options, RoutineSet routines)
{
    private readonly UsageRule _usage = new(options);

    public IEnumerable<Wait> OfResource(MetricQuestion question)
    {
        var metric = question.Spec.Metric;
        var call = new Call(new ResourceMetricsRequest(question.Namespace, question.Selector));
        yield return call;
        var items = call.Response.Samples?.Pods ?? [];
        var failure = MetricText.FailureOf(call.Response, "resource", items.Count);
        Dictionary<string, Sample> samples = new(StringComparer.Ordinal);
        failure ??= metric.Container.Length > 0 ? ReadContainers(items, question, samples) : ReadPods(items, metric.Name, samples);
        question.Answer = failure is null
            ? Judge(question, samples)
            : Failed(question, $"unable to get metrics for resource {metric.Name}: {failure}");
    }

    public IEnumerable<Wait> OfPods(MetricQuestion question)
    {
        var metric = question.Spec.Metric;
        var call = new Call(new PodsMetricRequest(question.Namespace, question.Selector, metric));
        yield return call;
        var values = call.Response.Samples?.PodValues ?? [];
        var failure = MetricText.FailureOf(call.Response, "custom", values.Count);
        failure = failure is null ? null : $"unable to get metric {metric.Name}: {failure}";
        Dictionary<string, Sample> samples = new(StringComparer.Ordinal);
        foreach (var (pod, value) in values) samples[pod] = new Sample(value.MilliValue, default, default);
        var groups = new PodGroups(options, samples, routines.Now);
        failure ??= Sort(question, groups, isCpu: false);
        question.Answer = failure is null
            ? Average(question, groups, $"pods metric {metric.Name}")
            : MetricProposal.Failed("FailedGetPodsMetric", failure, $"failed to get pods metric value: {failure}");
    }

    private MetricProposal Judge(MetricQuestion question, Dictionary<string, Sample> samples)
    {
        var (metric, target) = (question.Spec.Metric, question.Spec);
        var groups = new PodGroups(options, samples, routines.Now);
        var isOfAverage = target.AverageValue is not null;
        var failure = question.Pods.Count == 0 ? MetricText.NoPods : null;
        if (failure is null) groups.Sort(question.Pods, isCpu: metric.Name == ResourceNames.Cpu);
        Dictionary<string, long> requests = new(StringComparer.Ordinal);
        if (!isOfAverage) failure ??= ReadRequests(question, requests);
        failure ??= groups.Samples.Count == 0 ? "did not receive metrics for any ready pods" : null;
        if (failure is not null) return Failed(question, failure);
        return isOfAverage ? Average(question, groups, $"{metric.Name} resource") : Utilization(question, groups, requests);
    }

    private MetricProposal Utilization(MetricQuestion question, PodGroups groups, Dictionary<string, long> requests)
    {
        if (_usage.OfUtilization(groups, requests, question.Spec.AverageUtilization ?? 0, question.Replicas) is not { } result)
        {
            return Failed(question, "no metrics returned matched known pods");
        }

        return new MetricProposal
        {
            Replicas = result.Replicas,
            Name = $"{question.Spec.Metric.Name} resource utilization (percentage of request)",
            Status = new MetricStatus
            {
                Metric = question.Spec.Metric,
                AverageValue = Quantity.FromMilli(result.Average),
                AverageUtilization = result.Percent,
            },
        };
    }

    private MetricProposal Average(MetricQuestion question, PodGroups groups, string name)
    {
        var (replicas, average) = _usage.OfAverage(groups, question.Spec.AverageValue!.Value.MilliValue, question.Replicas);
        return new MetricProposal
        {
            Replicas = replicas,
            Name = name,
            Status = new MetricStatus { Metric = question.Spec.Metric, AverageValue = Quantity.FromMilli(average) },
        };
    }

    private static string? Sort(MetricQuestion question, PodGroups groups, bool isCpu)
    {
        if (question.Pods.Count == 0) return MetricText.NoPods;
        groups.Sort(question.Pods, isCpu);
        return groups.Samples.Count == 0 ? "did not receive metrics for any ready pods" : null;
    }

    private static MetricProposal Failed(MetricQuestion question, string failure)
    {
        var isContainer = question.Spec.Metric.Source == MetricSource.ContainerResource;
        var message = $"failed to get {question.Spec.Metric.Name} utilization: {failure}";
        return MetricProposal.Failed(isContainer ? "FailedGetContainerResourceMetric" : "FailedGetResourceMetric", message, message);
    }

    /// <summary>A pod of which a container was not measured was not measured.</summary>
    private static string? ReadPods(IReadOnlyList<PodUsageSample> items, string resource, Dictionary<string, Sample> samples)
    {
        foreach (var item in items)
        {
            if (item.Containers.Count == 0 || !item.Containers.All(container => container.Usage.TryGet(resource, out _))) continue;
            var sum = item.Containers.Sum(container => container.Usage.TryGet(resource, out var amount) ? amount.MilliValue : 0);
            samples[item.Name] = new Sample(sum, item.Timestamp, item.Window);
        }

        return null;
    }

    /// <summary>One pod that does not have the container spoils the metric.</summary>
    private static string? ReadContainers(
        IReadOnlyList<PodUsageSample> items, MetricQuestion question, Dictionary<string, Sample> samples)
    {
        var metric = question.Spec.Metric;
        foreach (var item in items)
        {
            var container = item.Containers.FirstOrDefault(container => container.Name == metric.Container);
            if (container is null)
            {
                return $"failed to get container metrics: container {metric.Container} not present in metrics for pod "
                    + $"{question.Namespace}/{item.Name}";
            }

            if (!container.Usage.TryGet(metric.Name, out var amount)) continue;
            samples[item.Name] = new Sample(amount.MilliValue, item.Timestamp, item.Window);
        }

        return null;
    }

    /// <summary>All pods have to have requested the resource, also those that do not count.</summary>
    private static string? ReadRequests(MetricQuestion question, Dictionary<string, long> requests)
    {
        var metric = question.Spec.Metric;
        foreach (var pod in question.Pods)
        {
            var sum = 0L;
            foreach (var container in pod.Spec.Containers)
            {
                if (metric.Container.Length > 0 && metric.Container != container.Name) continue;
                if (!container.Requests.TryGet(metric.Name, out var amount)) return $"missing request for {metric.Name}";
                sum += amount.MilliValue;
            }

            requests[pod.Name] = sum;
        }

        return null;
    }
}
