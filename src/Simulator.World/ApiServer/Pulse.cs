namespace Simulator.World.ApiServer;

/// <summary>Whether a process runs or hangs. What happens to one that hangs waits in its order, and is seen to when it goes on.</summary>
public sealed class Pulse
{
    /// <summary>Of processes that never hang.</summary>
    public static readonly Pulse Steady = new();

    private readonly List<Action> _waiting = [];

    public bool IsFrozen { get; private set; }

    public void Freeze() => IsFrozen = true;

    public void Thaw()
    {
        IsFrozen = false;
        var waiting = _waiting.ToArray();
        _waiting.Clear();
        foreach (var step in waiting) step();
    }

    /// <summary>When it goes on.</summary>
    public void Later(Action step) => _waiting.Add(step);

    /// <summary>The process has ended, and nobody sees to anything any more.</summary>
    public void End()
    {
        IsFrozen = false;
        _waiting.Clear();
    }
}
