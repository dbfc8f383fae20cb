using Simulator.Api;
using Simulator.Api.Words;
using Simulator.ControlPlane.Autoscaling.Stabilized;

namespace Simulator.Scenarios.Files.Rules;

/// <summary>Metrics of an autoscaler that nobody ever tells it: what it goes by without them is up to the others.</summary>
internal static class SilentMetrics
{
    /// <summary>Null if each is told.</summary>
    public static string? Problem(HorizontalPodAutoscaler scaler, IPodOwner target, ClusterView view)
    {
        var metrics = WantedMetrics.Of(scaler);
        var silent = metrics.Select(metric => WhySilent(metric, scaler, target, view)).OfType<string>().ToList();
        if (silent.Count == 0) return null;
        var end = silent.Count == metrics.Count ? "it never acts" : "it goes by its other metrics";
        return $"{string.Join("; ", silent)}: {end}";
    }

    private static string? WhySilent(ScalingMetric metric, HorizontalPodAutoscaler scaler, IPodOwner target, ClusterView view) =>
        metric.Metric.Source switch
        {
            MetricSource.Resource => OfResource(metric, scaler, target, view),
            MetricSource.ContainerResource => "metrics of single containers are an alpha feature that is off (HPAContainerMetrics)",
            MetricSource.Pods when !IsTold(metric.Metric.Name, scaler, target, view) =>
                $"no application of the scenario has the custom metric {Wording.Shortened(metric.Metric.Name)} for pods of "
                    + $"{scaler.TargetKind} {scaler.TargetName} (load: metrics)",
            MetricSource.Object or MetricSource.External =>
                $"nothing that is simulated tells the metric {Wording.Shortened(metric.Metric.Name)}, which is of no pod",
            _ => null,
        };

    private static string? OfResource(ScalingMetric metric, HorizontalPodAutoscaler scaler, IPodOwner target, ClusterView view)
    {
        var name = metric.Metric.Name;
        if (name is not (ResourceNames.Cpu or ResourceNames.Memory)) return $"nobody measures {Wording.Shortened(name)}";
        if (metric.AverageUtilization is null || IdleAutoscalers.HasDefaults(scaler.Namespace, view)) return null;
        var container = target.Template.Spec.Containers.FirstOrDefault(container => !container.Requests.TryGet(name, out _));
        return container is null
            ? null
            : $"container {container.Name} of {scaler.TargetKind} {scaler.TargetName} requests no {name}, so that there is nothing to "
                + "measure its use by";
    }

    private static bool IsTold(string metric, HorizontalPodAutoscaler scaler, IPodOwner target, ClusterView view) =>
        view.Cluster.Applications
            .FirstOrDefault(known => known.Namespace == scaler.Namespace && known.Selector.IsSubsetOf(target.Template.Labels))
            ?.Load?.Metrics.Any(told => told.Name == metric) == true;
}
