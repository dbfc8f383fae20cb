using Simulator.Api.Documents;
using Simulator.Scenarios.Files.Drafts;
using Simulator.World.Specification;

namespace Simulator.Scenarios.Files.Shapes;

/// <summary>Requests to services.</summary>
internal static class TrafficShape
{
    private const double RateMax = 1_000_000;

    private static readonly KeysOf<TrafficDraft> Key = new();

    private static readonly Dictionary<string, TrafficWay> Ways = new() { ["proxy"] = TrafficWay.Proxy, ["dns"] = TrafficWay.Dns };

    private static readonly Dictionary<string, TrafficSource> Sources = new()
    {
        ["outside"] = TrafficSource.Outside,
        ["inside"] = TrafficSource.Inside,
    };

    /// <summary>How many requests come, and what those do who send them: also of the users of a federation.</summary>
    public static IReadOnlyList<Key<TrafficDraft>> Requests { get; } =
    [
        Key.Number("rate", "requests a second to each", 0, RateMax, t => t.PerSecond, (t, v) => t with { PerSecond = v }).WithoutDefault(),
        Key.Class(
            "file",
            "CSV file with a header line, a column of times and one of requests (a column called rate is per second, others count the "
                + "requests until the next row); .gz too; relative to the scenario file",
            Forms.Path, ReadPath, null, (t, v) => t with { File = v.Cursor }),
        Key.List("steps", "other rates from later moments on, in steps or ramps", RateShapes.Steps,
            (t, v) => t with { Steps = [.. v.Select(step => step.Value)] }),
        Key.Mapping(
            "daily", "hours and days: rate is the mean of a working day", RateShapes.Daily,
            (t, v) => t with { Spec = t.Spec with { Daily = v.Value } }),
        Key.List("crowds", "flash crowds: the rate is multiplied for a while", RateShapes.Crowds,
            (t, v) => t with { Spec = t.Spec with { Crowds = [.. v.Select(crowd => crowd.Value)] } }),
        Key.Number(
            "noise", "standard deviation of the rate around its curve, as a share of it", 0, 1, t => t.Spec.Noise,
            (t, v) => t with { Spec = t.Spec with { Noise = v } }),
        Key.Period(
            "noiseMemory", "time in which such a deviation is forgotten", t => t.Spec.NoiseMemory,
            (t, v) => t with { Spec = t.Spec with { NoiseMemory = v } }),
        Key.Cycle(
            "resolution", "length of the pieces in which daily curve and noise change", t => t.Spec.Resolution,
            (t, v) => t with { Spec = t.Spec with { Resolution = v } }),
        Key.Value(
            "timeout", "clients give up after it, and the pod does not hear of it; never without this key", Forms.Duration,
            cursor => cursor.Period(), null, (t, v) => Of(t, t.Spec.Client with { Timeout = v })),
        Key.Integer("retries", "tries after the first one", 0, 100, t => t.Spec.Client.Retries,
            (t, v) => Of(t, t.Spec.Client with { Retries = v })),
        Key.Period("retryAfter", "mean pause before the next try", t => t.Spec.Client.RetryAfter,
            (t, v) => Of(t, t.Spec.Client with { RetryAfter = v })),
        Key.Period("slowAfter", "an answer that takes longer counts as slow", t => t.Spec.Client.SlowAfter,
            (t, v) => Of(t, t.Spec.Client with { SlowAfter = v })),
        Key.Mapping(
            "objective", "what users are promised: it tells when an autoscaler has caught up with its load", ObjectiveShape.Value,
            (t, v) => t with { Spec = t.Spec with { Objective = v.Value } }),
        Key.List("calls", "services that these call for each request that they answer", RateShapes.Calls,
            (t, v) => t with { Spec = t.Spec with { Calls = [.. v.Select(call => call.Value)] } }),
        Key.Number("scale", "the rate is multiplied by it", 0, RateMax, t => t.Scale, (t, v) => t with { Scale = v }),
        Key.Duration("offset", "moment of the file at which the run begins", t => t.Offset, (t, v) => t with { Offset = v }),
    ];

    public static Shape<TrafficDraft> Value { get; } = new("traffic", new TrafficDraft(),
    [
        Key.Texts(
            "services", "names of the services, each of which gets the rate; '*' stands for any letters", ReadNames,
            (t, v) => t with { Spec = t.Spec with { Services = v } }),
        Key.Class(
            "labels", "labels that the services have", Forms.Labels, cursor => cursor.NodeLabels(), null,
            (t, v) => t with { Spec = t.Spec with { Labels = v } }),
        Key.Class(
            "namespace", "their namespace", Forms.Text, cursor => cursor.ObjectName(), t => t.Spec.Namespace,
            (t, v) => t with { Spec = t.Spec with { Namespace = v } }),
        .. Requests,
        Key.Choice(
            "from", "outside: users, through a load balancer to the nodes; inside: pods of the cluster", Sources, t => t.Spec.From,
            (t, v) => t with { Spec = t.Spec with { From = v } }),
        Key.Choice(
            "through", "proxy: the iptables rules of the node where a request enters; dns: addresses that clients keep for a TTL", Ways,
            t => t.Spec.Through, (t, v) => t with { Spec = t.Spec with { Through = v } }),
        Key.Cycle(
            "dnsTtl", "how long clients keep a DNS answer (kube-dns: 30 s)", t => t.Spec.DnsTtl,
            (t, v) => t with { Spec = t.Spec with { DnsTtl = v } }),
    ])
    { Alternatives = [["rate", "file"]], Check = Check };

    private static void Check(TrafficDraft draft, FieldReader fields)
    {
        if (!fields.Has("services") && !fields.Has("labels")) fields.Error("has none of services, labels; allowed are one or both");
        CheckRequests(draft, fields);
    }

    public static void CheckRequests(TrafficDraft draft, FieldReader fields)
    {
        if (fields.Has("offset") && !fields.Has("file"))
        {
            fields.ErrorAt("offset", "says where in a file the run begins, and there is no file");
        }
        if (fields.Has("steps") && fields.Has("file")) fields.ErrorAt("steps", "stands beside file; allowed is one of them");
        if (draft.Steps.Count > 0 && draft.Steps[0].At == TimeSpan.Zero)
        {
            fields.ErrorAt("steps", "the first step is at 0, where rate counts; allowed are moments after it");
        }
        LoadShape.CheckOrder([.. draft.Steps.Select(step => step.At.TotalSeconds)], "steps", "at", fields);
        if (fields.Has("retryAfter") && draft.Spec.Client.Retries == 0) fields.ErrorAt("retryAfter", "means nothing without retries");
        if (fields.Has("noiseMemory") && draft.Spec.Noise == 0) fields.ErrorAt("noiseMemory", "means nothing without noise");
    }

    private static TrafficDraft Of(TrafficDraft draft, ClientSpec client) => draft with { Spec = draft.Spec with { Client = client } };

    private static IReadOnlyList<string>? ReadNames(SourceCursor cursor)
    {
        List<string> names = [.. cursor.Items().Select(item => item.Text()).OfType<string>()];
        if (names.Count > 0) return names;
        if (cursor.Node is SourceSequence) cursor.Error("the list is empty; allowed is at least one name");
        return null;
    }

    private static Path? ReadPath(SourceCursor cursor) => cursor.Text() is null ? null : new Path(cursor);

    private sealed record Path(SourceCursor Cursor);
}
