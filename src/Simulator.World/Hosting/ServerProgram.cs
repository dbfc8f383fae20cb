namespace Simulator.World.Hosting;

/// <summary>An API server or a member of etcd: it answers while it runs and is not cut off from the others.</summary>
internal sealed class ServerProgram(Action<bool> setUp, Action<bool> setFrozen, Action<double> setSlowness) : IProgram
{
    private bool _isRunning;
    private bool _isCutOff;

    public void Begin() => _isRunning = true;

    public void Start()
    {
        _isRunning = true;
        setUp(!_isCutOff);
    }

    public void Stop()
    {
        _isRunning = false;
        setUp(false);
    }

    public void SetCutOff(bool isCutOff)
    {
        _isCutOff = isCutOff;
        setUp(_isRunning && !isCutOff);
    }

    public void SetFrozen(bool isFrozen) => setFrozen(isFrozen);

    public void SetSlowness(double factor) => setSlowness(factor);
}
