namespace Simulator.World.Traces.Packing;

/// <summary>The highest score wins; of equals the first by name.</summary>
internal static class Best
{
    public static Machine Of(IReadOnlyList<Machine> fitting, TracePod pod, Func<Machine, TracePod, int> score)
    {
        var (best, most) = (fitting[0], score(fitting[0], pod));
        for (var i = 1; i < fitting.Count; i++)
        {
            var points = score(fitting[i], pod);
            if (points > most) (best, most) = (fitting[i], points);
        }

        return best;
    }
}
