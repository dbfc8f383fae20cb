using Simulator.World.Specification;

namespace Simulator.World.Users;

/// <summary>How old the answers are that a population of caches holds at any moment, if each asks again when its answer expires.</summary>
/// <remarks>
/// Renewal theory: caches that keep an answer for a fixed time L and ask at moments of their own hold answers whose age is uniform in
/// (0, L); those that keep it for an exponential time hold answers of exponential age. So after a change from X to Y at t the share that
/// still has X at t + d is the share of ages above d, and after any number of changes the share with the answer of [s, u) is the share of
/// ages between now - u and now - s: who lets go takes what is current in that moment.
/// </remarks>
public static class CacheAges
{
    /// <summary>Share of the caches whose answer is older than an age.</summary>
    /// <param name="ttl">Of the answers that they hold.</param>
    public static double ShareAbove(TimeSpan age, TimeSpan ttl, CachePopulation caches)
    {
        if (age <= TimeSpan.Zero) return 1;
        var lingering = ttl > caches.LingerMax ? ttl : caches.LingerMax;
        return (caches.Obeying * Uniform(age, ttl)) + (caches.Lingering * Uniform(age, lingering))
            + (caches.Holding * Math.Exp(-(age / caches.HoldMean)));
    }

    /// <summary>Until then the share falls along straight lines, then only along the exponential.</summary>
    public static TimeSpan Straight(TimeSpan ttl, CachePopulation caches) =>
        caches.Lingering > 0 && caches.LingerMax > ttl ? caches.LingerMax : ttl;

    private static double Uniform(TimeSpan age, TimeSpan length) => age >= length ? 0 : 1 - (age / length);
}
