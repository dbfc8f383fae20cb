namespace Simulator.ControlPlane.Hosting;

/// <summary>A control loop that does nothing about most events of what it watches: the host need not deliver those.</summary>
public interface ISelectiveLoop : IControlLoop
{
    /// <summary>False if the event would change nothing; asked when it happens, cheaply.</summary>
    bool Wants(in WatchEvent watchEvent);
}
