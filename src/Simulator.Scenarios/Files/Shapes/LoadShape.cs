using System.Globalization;
using Simulator.Api.Documents;
using Simulator.Scenarios.Files.Drafts;
using Simulator.World.Specification;

namespace Simulator.Scenarios.Files.Shapes;

/// <summary>How the pods of an application serve requests, and what CPU and memory they use.</summary>
internal static class LoadShape
{
    private const double CapacityMax = 1_000_000;

    private static readonly KeysOf<LoadDraft> Key = new();

    private static readonly KeysOf<MemoryPointDraft> Point = new();

    private static readonly KeysOf<DemandDraft> Demand = new();

    private static readonly Shape<MemoryPointDraft> Points = new("memoryPoint", new MemoryPointDraft(),
    [
        Point.Number("rate", "requests a second at one pod", 0, CapacityMax, p => p.PerSecond, (p, v) => p with { PerSecond = v })
            .WithoutDefault().Required(),
        Point.Value(
            "memory", "bytes of the pod", Forms.Amount, cursor => cursor.AmountFromZero(), null, (p, v) => p with { Bytes = v.Value })
            .Required(),
    ]);

    private static readonly Shape<DemandDraft> Demands = new("cpuDemand", new DemandDraft(),
    [
        Demand.Duration("at", "moment since the start of the run", d => d.At, (d, v) => d with { At = v }).WithoutDefault().Required(),
        Demand.Value(
            "cpu", "cores that all its pods use together from then on", Forms.Amount, cursor => cursor.AmountFromZero(), null,
            (d, v) => d with { MilliCpu = v.MilliValue })
            .Required(),
    ]);

    public static Shape<LoadDraft> Value { get; } = new("load", new LoadDraft(),
    [
        Key.Period(
            "serviceTime", "mean time in which a pod serves one request on a machine of its own", l => l.Spec.ServiceTime,
            (l, v) => l with { Spec = l.Spec with { ServiceTime = v } })
            .WithoutDefault(),
        Key.Number(
            "capacity", "requests a second that a pod can serve, one at a time: instead of serviceTime and concurrency", 0.001, CapacityMax,
            l => l.Capacity, (l, v) => l with { Capacity = v })
            .WithoutDefault(),
        Key.Integer(
            "concurrency", "requests that a pod serves at once; others wait in the order of their arrival", 1, 10_000,
            l => l.Spec.Concurrency, (l, v) => l with { Spec = l.Spec with { Concurrency = v } }),
        Key.Number(
            "spread", "standard deviation of the service time over its mean: 1 exponential, 0 constant, others gamma", 0, 10,
            l => l.Spec.Spread, (l, v) => l with { Spec = l.Spec with { Spread = v } }),
        Key.Value(
            "queue", "requests that may wait at a pod; one more is refused; without this key as many as like", Forms.Integer(0, 1_000_000),
            cursor => cursor.Integer(0, 1_000_000), null, (l, v) => l with { Spec = l.Spec with { QueueMax = v } }),
        Key.Value(
            "cpuPerRequest", "CPU time of one request; the whole service time without this key", Forms.Duration,
            cursor => cursor.PositiveOrZeroDuration(), null, (l, v) => l with { Spec = l.Spec with { CpuPerRequest = v } }),
        Cpu("idleCpu", "CPU that a pod uses without requests", l => l.Spec.IdleMilliCpu,
            (l, v) => l with { Spec = l.Spec with { IdleMilliCpu = v } }),
        Key.Value(
            "memoryPerRequest", "bytes that each request in a pod adds, waiting or served", Forms.Amount,
            cursor => cursor.AmountFromZero(), null, (l, v) => l with { Spec = l.Spec with { MemoryPerRequest = v.Value } }),
        Key.List(
            "memoryAt",
            "memory of a pod by its requests a second, in straight lines; what its application or its containers say without this key",
            Points,
            (l, v) => l with { Spec = l.Spec with { MemoryAt = [.. v.Select(p => new MemoryPoint(p.Value.PerSecond, p.Value.Bytes))] } }),
        Key.List(
            "cpuDemand", "CPU that all its pods use together, shared equally by those that serve, whatever requests come", Demands,
            (l, v) => l with { Spec = l.Spec with { CpuDemand = [.. v.Select(d => new DemandStep(d.Value.At, d.Value.MilliCpu))] } }),
        Key.List(
            "metrics", "what its pods tell of themselves beside CPU: custom metrics, which an autoscaler's annotation can name",
            MetricShape.Value, (l, v) => l with { Spec = l.Spec with { Metrics = [.. v.Select(metric => metric.Value)] } }),
    ])
    { Check = Check };

    /// <summary>A capacity is one server of the fitting speed.</summary>
    public static LoadSpec ToSpec(LoadDraft draft) =>
        draft.Capacity > 0 ? draft.Spec with { ServiceTime = TimeSpan.FromSeconds(1 / draft.Capacity) } : draft.Spec;

    private static Key<LoadDraft> Cpu(string name, string meaning, Func<LoadDraft, double> get, Func<LoadDraft, double, LoadDraft> set) =>
        Key.Value(
            name, meaning, Forms.Amount, cursor => cursor.AmountFromZero(), l => get(l).ToString(CultureInfo.InvariantCulture),
            (l, v) => set(l, v.MilliValue));

    private static void Check(LoadDraft draft, FieldReader fields)
    {
        var serves = fields.Has("serviceTime") || fields.Has("capacity");
        if (fields.Has("serviceTime") && fields.Has("capacity"))
        {
            fields.ErrorAt("capacity", "stands beside serviceTime; allowed is one of them");
        }
        if (fields.Has("capacity") && fields.Has("concurrency"))
        {
            fields.ErrorAt("concurrency", "means nothing with capacity, which serves one request at a time; allowed with serviceTime");
        }
        foreach (var key in new[] { "concurrency", "spread", "queue", "cpuPerRequest", "memoryPerRequest" })
        {
            if (fields.Has(key) && !serves) fields.ErrorAt(key, "means nothing without serviceTime or capacity: requests take no time");
        }

        if (!serves && draft.Spec.Metrics.Any(metric => metric.Kind != MetricKind.Together))
        {
            fields.ErrorAt(
                "metrics", "tells of requests, and without serviceTime or capacity they take no time; allowed then is kind: together");
        }
        if (draft.Spec.Metrics.GroupBy(metric => metric.Name).FirstOrDefault(same => same.Count() > 1) is { } twice)
        {
            fields.ErrorAt("metrics", $"has '{twice.Key}' {twice.Count()} times; allowed is each name once");
        }
        CheckOrder([.. draft.Spec.MemoryAt.Select(point => point.PerSecond)], "memoryAt", "rate", fields);
        CheckOrder([.. draft.Spec.CpuDemand.Select(step => step.At.TotalSeconds)], "cpuDemand", "at", fields);
        if (draft.Spec.CpuPerRequest > ToSpec(draft).ServiceTime)
        {
            fields.ErrorAt("cpuPerRequest", "is more than the service time; allowed is at most that, for a request runs on one core");
        }
    }

    /// <summary>Each entry of a list is after the one before it.</summary>
    internal static void CheckOrder(IReadOnlyList<double> values, string list, string key, FieldReader fields)
    {
        for (var i = 1; i < values.Count; i++)
        {
            if (values[i] <= values[i - 1]) fields.ErrorAt(list, $"entry {i + 1} has no greater {key} than the one before it");
        }
    }
}
