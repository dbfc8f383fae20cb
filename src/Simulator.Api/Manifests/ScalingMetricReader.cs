using Simulator.Api.Documents;

namespace Simulator.Api.Manifests;

/// <summary>Entries of spec.metrics of autoscaling/v2 and v2beta2 (and, under other names, of v2beta1).</summary>
internal static class ScalingMetricReader
{
    private static readonly string[] Types = [.. Enum.GetNames<MetricSource>().Where(name => name != nameof(MetricSource.None))];

    public static ScalingMetric Read(FieldReader fields) => Read(fields, ReadSource);

    /// <summary>Of autoscaling/v2beta1.</summary>
    public static ScalingMetric ReadFlat(FieldReader fields) => Read(fields, ReadFlatSource);

    /// <summary>The type says which of the sources counts; nothing of one that is absent.</summary>
    private static ScalingMetric Read(FieldReader fields, Func<FieldReader, MetricSource, ScalingMetric> read)
    {
        var type = fields.OneOf("type", "", Types);
        if (!Enum.TryParse<MetricSource>(type, out var source)) return new ScalingMetric();
        var key = char.ToLowerInvariant(type[0]) + type[1..];
        return fields.Object(key, source => read(source, Enum.Parse<MetricSource>(type)))
            ?? new ScalingMetric { Metric = new MetricIdentity { Source = source } };
    }

    private static ScalingMetric ReadSource(FieldReader fields, MetricSource source)
    {
        var identity = fields.Object("metric", ReadNamed)
            ?? new MetricIdentity { Name = fields.Text("name"), Container = fields.Text("container") };
        return (fields.Object("target", ReadTarget) ?? new ScalingMetric()) with
        {
            Metric = identity with { Source = source, Described = fields.Object("describedObject", ReadDescribed) ?? identity.Described },
        };
    }

    private static MetricIdentity ReadNamed(FieldReader fields) => new()
    {
        Name = fields.Text("name"),
        Selector = fields.Object("selector", SelectorReader.Read),
    };

    private static DescribedObject ReadDescribed(FieldReader fields) =>
        new(fields.Text("apiVersion"), fields.Text("kind"), fields.Text("name"));

    private static ScalingMetric ReadTarget(FieldReader fields) => new()
    {
        IsOfValue = fields.OneOf("type", "", "Utilization", "Value", "AverageValue") == "Value",
        Value = fields.Optional("value")?.Amount(),
        AverageValue = fields.Optional("averageValue")?.Amount(),
        AverageUtilization = fields.Optional("averageUtilization")?.Integer(),
    };

    private static ScalingMetric ReadFlatSource(FieldReader fields, MetricSource source)
    {
        var isResource = source is MetricSource.Resource or MetricSource.ContainerResource;
        var value = fields.Optional("targetValue")?.Amount();
        return new ScalingMetric
        {
            Metric = new MetricIdentity
            {
                Source = source,
                Name = fields.Text(isResource ? "name" : "metricName"),
                Container = fields.Text("container"),
                Selector = fields.Object(source == MetricSource.External ? "metricSelector" : "selector", SelectorReader.Read),
                Described = fields.Object("target", ReadDescribed) ?? new DescribedObject("", "", ""),
            },
            Value = value,
            IsOfValue = value is not null,
            AverageValue = (fields.Optional("targetAverageValue") ?? fields.Optional("averageValue"))?.Amount(),
            AverageUtilization = fields.Optional("targetAverageUtilization")?.Integer(),
        };
    }
}
