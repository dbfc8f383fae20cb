namespace Simulator.Engine;

/// <summary>Something that can be scheduled without an allocation: one object, told by a number why it is called.</summary>
public interface ICallback
{
    /// <param name="payload">The number that was given when the call was scheduled.</param>
    void Invoke(long payload);
}
