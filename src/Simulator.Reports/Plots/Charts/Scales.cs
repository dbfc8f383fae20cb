namespace Simulator.Reports.Plots.Charts;

public readonly record struct Tick(double At, string Text);

/// <param name="Label">What the axis shows, with its unit.</param>
public sealed record Ticks(IReadOnlyList<Tick> All, string Label);

/// <summary>An axis: its ends, and round places on it with their names.</summary>
public interface IScale
{
    double From { get; }

    double To { get; }

    /// <param name="most">Ticks that there is room for.</param>
    Ticks Ticks(int most);
}
