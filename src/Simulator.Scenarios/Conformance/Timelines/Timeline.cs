using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Simulator.World.Specification;

namespace Simulator.Scenarios.Conformance.Timelines;

/// <summary>
/// A measured run of an autoscaler (kind hpa-timeline): what it was given, and what it decided. Times are the recording's seconds.
/// </summary>
internal sealed partial class Timeline(JsonElement recording)
{
    private const double TickPeriod = 30;

    private const double ScrapeDelay = 5;

    private readonly List<(double At, string What, JsonElement Detail)> _events =
    [
        .. recording.List("events").Select(entry => (entry.Number("t"), entry.Text("what"), entry.GetProperty("detail"))),
    ];

    public JsonElement Config => recording.GetProperty("config");

    public double FirstEvent => _events[0].At;

    public double LastEvent => _events[^1].At;

    public HeapsterSampler Sampler => recording.Text("samplingMode") switch
    {
        "minute" => HeapsterSampler.Minute,
        "live" => HeapsterSampler.Live,
        "rate" => HeapsterSampler.Rate,
        var other => throw new FormatException($"samplingMode is '{other}'; allowed are minute, live, rate"),
    };

    /// <summary>A stamp of a sample.</summary>
    public double SampleStamp => TimesOf("sample").Select(at => Sampler == HeapsterSampler.Rate ? at - ScrapeDelay : at).FirstOrDefault();

    /// <summary>A tick: the earliest read of those that are less than half a minute apart, as they lie within the period.</summary>
    public double Tick
    {
        get
        {
            var reads = TimesOf("metricsRead").Select(at => ((at % TickPeriod) + TickPeriod) % TickPeriod).Order().ToList();
            if (reads.Count == 0) return 0;
            var (first, widest) = (reads[0], reads[0] + TickPeriod - reads[^1]);
            for (var i = 1; i < reads.Count; i++)
            {
                if (reads[i] - reads[i - 1] > widest) (first, widest) = (reads[i], reads[i] - reads[i - 1]);
            }

            return first;
        }
    }

    /// <summary>When the demand changed for the first time; null if the recording counts from something else.</summary>
    public double? FirstChange => FirstAgo().Match(recording.Text("t")) is { Success: true } ago
        ? -double.Parse(ago.Groups[1].Value, CultureInfo.InvariantCulture)
        : TimesOf("loadChange").Contains(0) ? 0 : null;

    /// <summary>As the text says, where that agrees with the samples; otherwise as they say.</summary>
    public TimelineDemand Demand
    {
        get
        {
            var samples = Samples();
            var told = FirstChange is { } change ? TimelineDemand.Read(recording.Text("load"), change) : null;
            if (told is not null && samples.All(sample => told.At(sample.At) == sample.Milli)) return told;
            return TimelineDemand.Of(samples.Count > 0 ? samples : Reads(), TimesOf("loadChange"));
        }
    }

    public TimelineGap? Gap => FirstChange is { } change ? TimelineGap.Read(recording.Text("load"), change) : null;

    /// <summary>Where the simulation has to begin: before the first change, or, if nobody tells it, where the recording does.</summary>
    public double Begin => (FirstChange is { } change && change < FirstEvent ? change : FirstEvent) - 60;

    /// <summary>Pods at <see cref="Begin"/>.</summary>
    public int Replicas => FirstChange is not null && Config.TryGetProperty("replicasAtStart", out var replicas)
        ? replicas.GetInt32()
        : _events.Where(entry => entry.What is "sample" or "metricsRead").Select(entry => PodsIn(entry.Detail)).FirstOrDefault(1);

    /// <summary>All objects were annotated by hand; null if they were not.</summary>
    public double? Touched => Marks.NumberOrNull("touched");

    /// <summary>From the touch to the first pass over this autoscaler.</summary>
    public double PassAfterTouch => TimesOf("metricsRead").First(at => at > Touched) - Touched!.Value;

    public IReadOnlyList<(double At, int To)> ResizedByHand =>
    [
        .. _events.Where(entry => entry.What == "resizedByHand").Select(entry => (entry.At, entry.Detail.Int("to"))),
    ];

    /// <summary>The API server refused status writes: the object was frozen.</summary>
    public bool IsFrozen => Marks.TryGetProperty("statusWritesRefused", out var refused) && refused.GetArrayLength() > 0;

    /// <summary>What the autoscaler decided.</summary>
    public IReadOnlyList<TimelineDecision> Decisions =>
    [
        .. _events.Where(entry => entry.What == "scaleWrite")
            .Select(entry => new TimelineDecision(entry.At, entry.Detail.Int("from"), entry.Detail.Int("to")))
            .Where(write => !ResizedByHand.Any(hand => Math.Abs(hand.At - write.At) < 0.5 && hand.To == write.To)),
    ];

    private JsonElement Marks => recording.GetProperty("marks");

    private IReadOnlyList<double> TimesOf(string what) => [.. _events.Where(entry => entry.What == what).Select(entry => entry.At)];

    private List<(double At, double Milli)> Samples() =>
    [
        .. _events.Where(entry => entry.What == "sample" && entry.Detail.TryGetProperty("demand", out _))
            .Select(entry => (entry.At, entry.Detail.Number("demand"))),
    ];

    /// <summary>Cut to whole millicores a pod.</summary>
    private List<(double At, double Milli)> Reads() =>
        [.. _events.Where(entry => entry.What == "metricsRead").Select(entry => (entry.At, Sum(entry.Detail)))];

    private static double Sum(JsonElement read) => read.GetProperty("millicores").EnumerateObject()
        .Sum(pod => double.Parse(pod.Value.GetString()!.TrimEnd('m'), CultureInfo.InvariantCulture));

    private static int PodsIn(JsonElement detail) => detail.GetProperty("millicores").EnumerateObject().Count();

    [GeneratedRegex(@"the first was (\d+(?:\.\d+)?) s earlier")]
    private static partial Regex FirstAgo();
}

/// <summary>A change of a target's spec.replicas.</summary>
/// <param name="At">Seconds of the recording's time.</param>
internal readonly record struct TimelineDecision(double At, int From, int To)
{
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{From} to {To} at {At:F1} s");
}
