namespace Simulator.World.Network;

/// <summary>Which regions reach which, each way by itself. Cuts overlap and are counted.</summary>
public sealed class RegionNetwork
{
    private readonly CutCount<(string From, string To)> _cuts = new();

    /// <summary>Something was cut or mended.</summary>
    internal event Action? Changed;

    /// <summary>What is sent from one arrives at the other, and an answer comes back. A region always reaches itself.</summary>
    public bool Reaches(string from, string to) => from == to || !_cuts.IsCut((from, to));

    /// <summary>Requests from one region to the other fail from here on; those the other way go on.</summary>
    public void Cut(string from, string to)
    {
        _cuts.Cut((from, to));
        Changed?.Invoke();
    }

    public void Mend(string from, string to)
    {
        _cuts.Mend((from, to));
        Changed?.Invoke();
    }
}
