using Simulator.World.Specification;

namespace Simulator.World.Outages;

/// <summary>A trouble that somebody has begun by hand.</summary>
public interface IStandingTrouble
{
    OutageSpec Spec { get; }

    /// <summary>Nothing that it struck is struck still.</summary>
    bool IsOver { get; }

    /// <summary>False: it ends by itself, machine by machine or when its work is done.</summary>
    bool CanEnd { get; }

    /// <summary>Relieves what it has struck.</summary>
    /// <exception cref="InvalidOperationException">It cannot be ended, or is over.</exception>
    void End();
}

/// <inheritdoc/>
internal sealed class StandingTrouble(OutageSpec spec) : IStandingTrouble
{
    public OutageSpec Spec => spec;

    public bool IsOver { get; set; }

    public bool CanEnd => !IsOver && Relieve is not null;

    /// <summary>Null: nothing that could be relieved.</summary>
    public Action? Relieve { get; set; }

    public void End()
    {
        if (!CanEnd) throw new InvalidOperationException("it cannot be ended");
        Relieve!();
    }
}
