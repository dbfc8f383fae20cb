namespace Simulator.ControlPlane.Autoscaling.Horizontal;

/// <summary>What a routine that asks for metrics hands back: a value, or an error, or neither where the real program panics.</summary>
internal sealed class Measured<T>
    where T : class
{
    public T? Value { get; set; }

    /// <summary>In the words of 1.3.10; "" = none.</summary>
    public string Error { get; set; } = "";
}
