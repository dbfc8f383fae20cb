using Simulator.World.Observations;

namespace Simulator.Reports.Tables;

/// <summary>Names of kinds, made once: Enum.ToString costs more than the rest of a row.</summary>
internal static class EventKinds
{
    private static readonly string[] Names = Enum.GetNames<ObservationKind>();

    public static string NameOf(ObservationKind kind) => Names[(int)kind];
}
