namespace Simulator.World.Hosting;

/// <summary>What runs in a component of the control plane. Its memory does not outlive <see cref="Stop"/>.</summary>
internal interface IProgram
{
    /// <summary>At time zero, as if it had run for long.</summary>
    void Begin();

    void Start();

    void Stop();

    /// <summary>Whether it reaches the other components.</summary>
    void SetCutOff(bool isCutOff);

    /// <summary>A frozen program does nothing and forgets nothing; what comes meanwhile waits.</summary>
    void SetFrozen(bool isFrozen);

    /// <summary>Everything it does takes so many times as long.</summary>
    /// <exception cref="NotSupportedException">It is no server.</exception>
    void SetSlowness(double factor);
}
