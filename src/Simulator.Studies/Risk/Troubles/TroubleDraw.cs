using Simulator.Engine;
using Simulator.World.Specification;

namespace Simulator.Studies.Risk.Troubles;

/// <summary>
/// Draws the troubles of a study. The draw of a number depends on the seed, the class and the number and on nothing else, so that every
/// variant of a scenario meets the same troubles.
/// </summary>
public static class TroubleDraw
{
    /// <summary>Fractional part of the golden ratio: multiples of it fill [0, 1) evenly, however many there are.</summary>
    private const double Golden = 0.6180339887498949;

    /// <param name="number">From 0. Places are taken so that any n draws in a row hit each about equally often.</param>
    public static DrawnTrouble Of(TroubleClass all, ulong seed, int number)
    {
        var stream = new RandomStreams(seed)[$"risk/{all.Key}/{number}"];
        var place = all.Places[(int)(Position(all.Key, seed, number) * all.Places.Count)];
        var strikes = new List<Strike> { new(TimeSpan.Zero, place, LastsOf(all, stream)) };
        while (stream.NextDouble() < all.Rate.Burst && Next(all, strikes, stream) is { } next) strikes.Add(next);
        return new DrawnTrouble(all, strikes);
    }

    /// <summary>Where among the places of a class the place of a draw is, from 0 to 1.</summary>
    public static double Position(string key, ulong seed, int number) =>
        (new RandomStreams(seed)[$"risk/{key}"].NextDouble() + (number * Golden)) % 1;

    /// <summary>As random outages do it: the next of a burst is any place that is not down; if it is, the burst is over.</summary>
    private static Strike? Next(TroubleClass all, List<Strike> strikes, RandomStream stream)
    {
        var gap = new Uniform(TimeSpan.Zero, RandomOutageSpec.BurstGap).Sample(stream);
        var place = all.Places[stream.NextInt(all.Places.Count)];
        var at = strikes[^1].After + gap;
        var isDown = strikes.Exists(strike => strike.Place == place && at < strike.After + strike.Lasts);
        return isDown ? null : new Strike(at, place, LastsOf(all, stream));
    }

    private static TimeSpan LastsOf(TroubleClass all, RandomStream stream) =>
        all.Facts.EndsByItself ? all.ByItself : all.Rate.Lasts.Sample(stream);
}
