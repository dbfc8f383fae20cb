using Simulator.Scenarios.Files.Drafts;
using Simulator.World.Specification;

namespace Simulator.Scenarios.Files.Shapes;

/// <summary>How a rate changes: steps and ramps, hours and days, crowds.</summary>
internal static class RateShapes
{
    private const double RateMax = 1_000_000;

    private static readonly KeysOf<StepDraft> Step = new();

    private static readonly KeysOf<DailyCurve> Day = new();

    private static readonly KeysOf<FlashCrowd> Crowd = new();

    private static readonly KeysOf<ServiceCall> Call = new();

    private static readonly Dictionary<string, DayOfWeek> Days =
        Enum.GetValues<DayOfWeek>().ToDictionary(day => day.ToString().ToLowerInvariant());

    public static Shape<StepDraft> Steps { get; } = new("rateStep", new StepDraft(),
    [
        Step.Duration("at", "moment since the start of the run", s => s.At, (s, v) => s with { At = v }).WithoutDefault().Required(),
        Step.Number("rate", "requests a second from then on", 0, RateMax, s => s.PerSecond, (s, v) => s with { PerSecond = v })
            .WithoutDefault().Required(),
        Step.Duration(
            "over", "a ramp: in this time the rate goes there along a straight line", s => s.Over, (s, v) => s with { Over = v }),
    ]);

    public static Shape<DailyCurve> Daily { get; } = new("dailyCurve", new DailyCurve(0.5, TimeSpan.FromHours(14)),
    [
        Day.Number(
            "amplitude", "from 0 (all hours alike) to 1 (nothing in the lowest one): the rate is its mean times 1 + amplitude x cosine",
            0, 1, d => d.Amplitude, (d, v) => d with { Amplitude = v }),
        Day.Duration("peak", "time of day of the highest rate; runs begin at midnight", d => d.Peak, (d, v) => d with { Peak = v }),
        Day.Number("weekend", "factor on Saturdays and Sundays", 0, 100, d => d.Weekend, (d, v) => d with { Weekend = v }),
        Day.Choice("startsOn", "day on which the run begins", Days, d => d.StartsOn, (d, v) => d with { StartsOn = v }),
    ]);

    public static Shape<FlashCrowd> Crowds { get; } =
        new("flashCrowd", new FlashCrowd(default, 1, default, TimeSpan.FromMinutes(10), default),
        [
            Crowd.Duration("at", "when it begins", c => c.At, (c, v) => c with { At = v }).WithoutDefault().Required(),
            Crowd.Number("factor", "the rate is multiplied by it", 0, RateMax, c => c.Factor, (c, v) => c with { Factor = v })
                .WithoutDefault().Required(),
            Crowd.Duration("rise", "until the factor is reached, along a straight line", c => c.Rise, (c, v) => c with { Rise = v }),
            Crowd.Duration("for", "how long it stays", c => c.For, (c, v) => c with { For = v }),
            Crowd.Duration("fall", "until it is over, along a straight line", c => c.Fall, (c, v) => c with { Fall = v }),
        ]);

    public static Shape<ServiceCall> Calls { get; } = new("serviceCall", new ServiceCall("", 1),
    [
        Call.Class("service", "name of the service that is called", Forms.Text, cursor => cursor.ObjectName(), null,
            (c, v) => c with { Service = v }).Required(),
        Call.Number("factor", "calls for each request that is answered", 0, 1000, c => c.Factor, (c, v) => c with { Factor = v }),
    ]);
}
