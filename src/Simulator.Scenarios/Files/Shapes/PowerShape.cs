using Simulator.Api.Documents;
using Simulator.World.Specification;

namespace Simulator.Scenarios.Files.Shapes;

/// <summary>What a machine draws.</summary>
internal static class PowerShape
{
    private const double WattsMax = 100_000;

    private static readonly KeysOf<MachinePower> Key = new();

    public static Shape<MachinePower> Value { get; } = new("power", new MachinePower(0, 0, "the scenario"),
    [
        Key.Number("idle", "watts of an idle machine", 0, WattsMax, p => p.IdleWatts, (p, v) => p with { IdleWatts = v })
            .WithoutDefault().Required(),
        Key.Number(
            "peak", "watts of a machine whose CPUs all work; between the two along a straight line", 0, WattsMax, p => p.PeakWatts,
            (p, v) => p with { PeakWatts = v })
            .WithoutDefault().Required(),
    ])
    { Check = Check };

    private static void Check(MachinePower power, FieldReader fields)
    {
        if (fields.Has("idle") && fields.Has("peak") && power.PeakWatts < power.IdleWatts)
        {
            fields.ErrorAt("peak", $"a peak of {power.PeakWatts} watts is below the idle {power.IdleWatts}");
        }
    }
}
