using Simulator.Api;
using Simulator.Api.Documents;
using Simulator.Api.Sources;
using Simulator.Api.Words;
using Simulator.ControlPlane.Versions;

namespace Simulator.Scenarios.Files.Rules;

/// <summary>
/// Autoscalers that never act: nothing of the scenario is their target, it cannot be scaled, or a container of it requests no CPU.
/// </summary>
internal sealed class IdleAutoscalers : IClusterRule
{
    public IEnumerable<Omission> Check(ClusterView view)
    {
        var objects = view.Objects.Select(placed => placed.Value).ToLookup(value => value.Key);
        foreach (var placed in view.Objects)
        {
            if (placed.Value is not HorizontalPodAutoscaler scaler || WhyIdle(scaler, objects[scaler.Target], view) is not { } why)
            {
                continue;
            }
            yield return new Omission(Effect.ChangesDecisions, scaler.Kind, "", why, placed.Place);
        }
    }

    private static string? WhyIdle(HorizontalPodAutoscaler scaler, IEnumerable<ApiObject> named, ClusterView view)
    {
        var scalable = view.Cluster.Version.Scalable;
        if (scalable.FirstOrDefault(IsKind) is not { } kind)
        {
            return $"{view.VersionWord} scales {Wording.Listed(scalable)}, and no {Wording.Shortened(scaler.TargetKind)}: it never acts";
        }
        if (named.LastOrDefault(value => value.Kind == StoredKind(kind)) is not IPodOwner target)
        {
            return $"nothing in the scenario is the {kind} {Wording.Shortened(scaler.TargetName)} that it scales: it never acts";
        }
        if (view.Cluster.Version.Metrics == MetricsSource.MetricsServer) return SilentMetrics.Problem(scaler, target, view);
        if (MetricOfNobody(scaler, target, view) is { } metric)
        {
            return $"no application of the scenario has the custom metric {Wording.Shortened(metric)} for pods of {kind} "
                + $"{scaler.TargetName} (load: metrics): {view.VersionWord} never acts";
        }
        if (!UsesCpu(scaler) || HasDefaults(scaler.Namespace, view)) return null;
        var container = target.Template.Spec.Containers.FirstOrDefault(container => !container.Requests.TryGet(ResourceNames.Cpu, out _));
        return container is null
            ? null
            : $"container {container.Name} of {kind} {scaler.TargetName} requests no CPU, so that there is nothing to measure its use "
                + $"by: {view.VersionWord} never acts";

        bool IsKind(string known) => known.Equals(scaler.TargetKind, StringComparison.OrdinalIgnoreCase);
    }

    private static string StoredKind(string kind) => kind == "StatefulSet" ? "PetSet" : kind;

    /// <summary>A metric of its annotation that its pods do not tell; null if they tell all, or the annotation cannot be read.</summary>
    private static string? MetricOfNobody(HorizontalPodAutoscaler scaler, IPodOwner target, ClusterView view)
    {
        if (!scaler.Metadata.Annotations.TryGetValue(CustomMetricText.Target, out var text)) return null;
        var application = view.Cluster.Applications.FirstOrDefault(
            known => known.Namespace == scaler.Namespace && known.Selector.IsSubsetOf(target.Template.Labels));
        var told = (application?.Load?.Metrics ?? []).Select(metric => metric.Name).ToHashSet(StringComparer.Ordinal);
        return CustomMetricText.Read(text)?.Select(wanted => wanted.Name).FirstOrDefault(name => !told.Contains(name));
    }

    /// <summary>Without any target it goes by CPU.</summary>
    private static bool UsesCpu(HorizontalPodAutoscaler scaler) =>
        scaler.TargetCpuUtilization is not null || !scaler.Metadata.Annotations.ContainsKey(CustomMetricText.Target);

    /// <summary>A limit range may give containers what they do not say.</summary>
    internal static bool HasDefaults(string home, ClusterView view) =>
        view.Objects.Any(placed => placed.Value is LimitRange range && range.Namespace == home);
}
