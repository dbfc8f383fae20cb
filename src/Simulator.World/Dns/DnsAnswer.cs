namespace Simulator.World.Dns;

/// <summary>What DNS answers for a name, and for how long nothing has served there meanwhile.</summary>
internal sealed class DnsAnswer(string ip, string uid)
{
    public string Ip => ip;

    public string Uid => uid;

    /// <summary>Of the silences that are over.</summary>
    public TimeSpan Silent { get; set; }

    /// <summary>Null while its pod serves.</summary>
    public TimeSpan? SilentSince { get; set; }
}
