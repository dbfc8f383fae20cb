using System.Text.Json;
using Simulator.Api;
using Simulator.Scenarios.Conformance.Workloads;
using Simulator.Scenarios.Conformance.Workloads.Owned;

namespace Simulator.Scenarios.Conformance.Autoscaling;

/// <summary>An autoscaler of autoscaling/v2beta2, as recordings write it.</summary>
internal static class RecordedAutoscaler
{
    private static readonly LabelSet Labels = LabelSet.Of(("app", "web"));

    public static HorizontalPodAutoscaler Read(JsonElement recording)
    {
        var spec = recording.GetProperty("spec");
        return new HorizontalPodAutoscaler
        {
            Metadata = new ObjectMeta { Name = "hpa", Namespace = RecordedPod.Namespace },
            TargetKind = spec.GetProperty("scaleTargetRef").Text("kind"),
            TargetName = spec.GetProperty("scaleTargetRef").Text("name"),
            MinReplicas = (int?)spec.NumberOrNull("minReplicas"),
            MaxReplicas = spec.Int("maxReplicas"),
            Metrics = [.. spec.List("metrics").Select(ReadMetric)],
            Behavior = spec.TryGetProperty("behavior", out var behavior) && behavior.ValueKind == JsonValueKind.Object
                ? new ScalingBehavior(ReadRules(behavior, "scaleUp"), ReadRules(behavior, "scaleDown"))
                : null,
            Status = ReadStatus(recording.GetProperty("statusBefore")),
        };
    }

    public static Pod ReadPod(JsonElement pod)
    {
        var ready = pod.Text("readyCondition");
        return new Pod
        {
            Metadata = new ObjectMeta
            {
                Name = pod.Text("name"),
                Namespace = RecordedPod.Namespace,
                Labels = Labels,
                DeletionTimestamp = pod.TryGetProperty("deleting", out var deleting) && deleting.GetBoolean() ? RecordedText.Now : null,
            },
            Spec = new PodSpec { Containers = [.. pod.List("containers").Select(ReadContainer)] },
            Status = new PodStatus
            {
                Phase = RecordedPod.Phase(pod.Text("phase")),
                StartTime = RecordedText.Second(pod, "startSec"),
                Ready = ready.Length == 0
                    ? null
                    : new Condition(Enum.Parse<ConditionStatus>(ready), "", RecordedText.Second(pod, "readyTransitionSec")),
            },
        };
    }

    public static object Write(HorizontalPodAutoscalerStatus status) => new
    {
        lastScaleTime = RecordedText.Time(status.LastScaleTime),
        currentReplicas = status.CurrentReplicas,
        desiredReplicas = status.DesiredReplicas,
        currentMetrics = status.CurrentMetrics.Select(Write),
        conditions = RecordedConditions.Write(status.Conditions),
    };

    private static Dictionary<string, object> Write(MetricStatus status)
    {
        var metric = status.Metric;
        if (metric.Source == MetricSource.None) return new() { ["type"] = "" };
        var isResource = metric.Source is MetricSource.Resource or MetricSource.ContainerResource;
        var field = metric.Source.ToString();
        return new()
        {
            ["type"] = field,
            [char.ToLowerInvariant(field[0]) + field[1..]] = new
            {
                name = isResource ? metric.Name : null,
                container = metric.Container,
                metric = isResource ? null : new { name = metric.Name, selector = Write(metric.Selector) },
                describedObject = new
                {
                    apiVersion = metric.Described.ApiVersion,
                    kind = metric.Described.Kind,
                    name = metric.Described.Name,
                },
                current = new
                {
                    value = status.Value?.ToString(),
                    averageValue = status.AverageValue?.ToString(),
                    averageUtilization = status.AverageUtilization,
                },
            },
        };
    }

    private static object? Write(LabelSelector? selector) => selector is null ? null : new
    {
        matchLabels = selector.MatchLabels.ToDictionary(pair => pair.Key, pair => pair.Value),
        matchExpressions = selector.MatchExpressions.Select(expression =>
            new { key = expression.Key, @operator = expression.Operator, values = expression.Values }),
    };

    private static Container ReadContainer(JsonElement container)
    {
        List<KeyValuePair<string, Quantity>> requests = [];
        Add("cpu", "cpuRequest");
        Add("memory", "memoryRequest");
        return new Container { Name = container.Text("name"), Requests = ResourceList.Of(requests) };

        void Add(string resource, string field)
        {
            if (container.TryGetProperty(field, out var amount) && amount.ValueKind == JsonValueKind.String)
            {
                requests.Add(new(resource, Quantity.Parse(amount.GetString()!)));
            }
        }
    }

    private static ScalingMetric ReadMetric(JsonElement metric)
    {
        var source = Enum.Parse<MetricSource>(metric.Text("type"));
        var content = ContentOf(metric, source);
        var target = content.GetProperty("target");
        return new ScalingMetric
        {
            Metric = ReadIdentity(content, source),
            Value = Amount(target, "value"),
            AverageValue = Amount(target, "averageValue"),
            AverageUtilization = (int?)target.NumberOrNull("averageUtilization"),
            IsOfValue = target.Text("type") == "Value",
        };
    }

    private static MetricStatus ReadMetricStatus(JsonElement metric)
    {
        if (metric.Text("type").Length == 0) return new MetricStatus();
        var source = Enum.Parse<MetricSource>(metric.Text("type"));
        var content = ContentOf(metric, source);
        var current = content.GetProperty("current");
        return new MetricStatus
        {
            Metric = ReadIdentity(content, source),
            Value = Amount(current, "value"),
            AverageValue = Amount(current, "averageValue"),
            AverageUtilization = (int?)current.NumberOrNull("averageUtilization"),
        };
    }

    private static JsonElement ContentOf(JsonElement metric, MetricSource source)
    {
        var field = source.ToString();
        return metric.GetProperty(char.ToLowerInvariant(field[0]) + field[1..]);
    }

    private static MetricIdentity ReadIdentity(JsonElement content, MetricSource source)
    {
        var isResource = source is MetricSource.Resource or MetricSource.ContainerResource;
        var named = isResource ? content : content.GetProperty("metric");
        return new MetricIdentity
        {
            Source = source,
            Name = named.Text("name"),
            Container = content.TryGetProperty("container", out var container) ? container.GetString()! : "",
            Selector = named.TryGetProperty("selector", out var selector) && selector.ValueKind == JsonValueKind.Object
                ? RecordedBudget.ReadSelector(selector)
                : null,
            Described = content.TryGetProperty("describedObject", out var described)
                ? new ObjectName(TextOr(described, "apiVersion"), described.Text("kind"), described.Text("name"))
                : new ObjectName("", "", ""),
        };
    }

    private static HorizontalPodAutoscalerStatus ReadStatus(JsonElement status) => new()
    {
        LastScaleTime = RecordedText.Time(status, "lastScaleTime"),
        CurrentReplicas = status.IntOr("currentReplicas", 0),
        DesiredReplicas = status.IntOr("desiredReplicas", 0),
        CurrentMetrics = [.. status.List("currentMetrics").Select(ReadMetricStatus)],
        Conditions = RecordedConditions.Read(status),
    };

    private static ScalingRules ReadRules(JsonElement behavior, string field)
    {
        var rules = behavior.GetProperty(field);
        return new ScalingRules(
            (int?)rules.NumberOrNull("stabilizationWindowSeconds"), rules.Text("selectPolicy"),
            [.. rules.List("policies").Select(policy =>
                new ScalingPolicy(policy.Text("type"), policy.Int("value"), policy.Int("periodSeconds")))]);
    }

    private static Quantity? Amount(JsonElement value, string field) =>
        value.TryGetProperty(field, out var amount) && amount.ValueKind == JsonValueKind.String
            ? Quantity.Parse(amount.GetString()!)
            : null;

    private static string TextOr(JsonElement value, string field) =>
        value.TryGetProperty(field, out var text) ? text.GetString() ?? "" : "";
}
