namespace Simulator.Api;

/// <summary>
/// A feature that 1.3 keeps as JSON text in an annotation: absent, read, or unreadable (which decisions must be able to tell apart).
/// </summary>
/// <param name="Value">The parsed value; null if absent or unreadable.</param>
/// <param name="Error">Why the text could not be read; null otherwise.</param>
public readonly record struct Parsed<T>(T? Value, string? Error = null)
    where T : class
{
    public bool IsBroken => Error is not null;

    public static implicit operator Parsed<T>(T? value) => new(value);
}
