using Simulator.Engine;

namespace Simulator.Tests.Laws;

/// <summary>A queue in front of some servers, and what an observer writes down. Times in seconds.</summary>
internal sealed class Station(Simulation simulation, int servers)
{
    private readonly Resource _servers = new(simulation, servers);
    private int _present;
    private double _presentSince;
    private double _presence;

    public List<double> Waits { get; } = [];

    public List<double> Stays { get; } = [];

    /// <summary>Customers present, averaged over time from the start or from the last <see cref="Forget"/>.</summary>
    public double MeanPresent(double duration)
    {
        Count(0);
        return _presence / duration;
    }

    /// <summary>Ends the warm-up.</summary>
    public void Forget()
    {
        Count(0);
        _presence = 0;
        Waits.Clear();
        Stays.Clear();
    }

    public IEnumerable<Event> Arrivals(IDistribution gaps, RandomStream gapStream, IDistribution service, RandomStream serviceStream)
    {
        while (true)
        {
            yield return simulation.Timeout(gaps, gapStream);
            simulation.Process(Visit(service.Sample(serviceStream)));
        }
    }

    private IEnumerable<Event> Visit(TimeSpan service)
    {
        var arrival = simulation.Now.TotalSeconds;
        Count(1);
        using var request = _servers.Request();
        yield return request;
        Waits.Add(simulation.Now.TotalSeconds - arrival);
        yield return simulation.Timeout(service);
        Count(-1);
        Stays.Add(simulation.Now.TotalSeconds - arrival);
    }

    private void Count(int change)
    {
        var now = simulation.Now.TotalSeconds;
        _presence += _present * (now - _presentSince);
        _presentSince = now;
        _present += change;
    }
}
