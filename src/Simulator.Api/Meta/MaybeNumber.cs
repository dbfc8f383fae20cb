namespace Simulator.Api;

/// <summary>A number or a moment that may be absent, in 8 bytes where a <see cref="Nullable{T}"/> takes 16.</summary>
internal readonly record struct MaybeNumber
{
    // So that the default is absent; the one number that cannot be told from it, long.MinValue, is 29,000 years before any run.
    private readonly long _turned;

    private MaybeNumber(long number) => _turned = number ^ long.MinValue;

    public bool IsAbsent => _turned == 0;

    public long? Number => IsAbsent ? null : _turned ^ long.MinValue;

    public Instant? Instant => IsAbsent ? null : new Instant(_turned ^ long.MinValue);

    public static MaybeNumber Of(long? number) => number is { } given ? new MaybeNumber(given) : default;

    public static MaybeNumber Of(Instant? at) => at is { } given ? new MaybeNumber(given.Ticks) : default;
}
