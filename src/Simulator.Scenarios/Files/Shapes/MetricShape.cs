using Simulator.Api.Documents;
using Simulator.Scenarios.Files.Drafts;
using Simulator.World.Specification;

namespace Simulator.Scenarios.Files.Shapes;

/// <summary>Custom metrics of pods.</summary>
internal static class MetricShape
{
    private const double ValueMax = 1e12;

    private static readonly KeysOf<MetricSpec> Key = new();

    private static readonly KeysOf<MetricStepDraft> Step = new();

    private static readonly Dictionary<string, MetricKind> Kinds = new()
    {
        ["requests"] = MetricKind.Requests,
        ["waiting"] = MetricKind.Waiting,
        ["present"] = MetricKind.Present,
        ["together"] = MetricKind.Together,
    };

    private static readonly Shape<MetricStepDraft> Steps = new("metricStep", new MetricStepDraft(),
    [
        Step.Duration("at", "moment since the start of the run", s => s.At, (s, v) => s with { At = v }).WithoutDefault().Required(),
        Step.Number("value", "what all its pods have together from then on", 0, ValueMax, s => s.Value, (s, v) => s with { Value = v })
            .WithoutDefault().Required(),
    ]);

    public static Shape<MetricSpec> Value { get; } = new("metric", new MetricSpec(),
    [
        Key.Text("name", "name of the metric, as the annotation of an autoscaler has it", m => m.Name, (m, v) => m with { Name = v })
            .Required(),
        Key.Choice(
            "kind",
            "requests: those a second that come to the pod; waiting: those that wait at it; present: those that wait or are served; "
                + "together: its part of what all serving pods share equally",
            Kinds, m => m.Kind, (m, v) => m with { Kind = v }),
        Key.List(
            "together", "what they share, over time", Steps,
            (m, v) => m with { Together = [.. v.Select(step => new MetricStep(step.Value.At, step.Value.Value))] }),
    ])
    { Check = Check };

    private static void Check(MetricSpec metric, FieldReader fields)
    {
        if (metric.Kind == MetricKind.Together && !fields.Has("together"))
        {
            fields.ErrorAt("kind", "is together, and there is no key together that says what its pods share");
        }
        if (metric.Kind != MetricKind.Together && fields.Has("together"))
        {
            fields.ErrorAt("together", "means nothing without kind: together");
        }
        LoadShape.CheckOrder([.. metric.Together.Select(step => step.At.TotalSeconds)], "together", "at", fields);
    }
}
