namespace Simulator.World.Observations;

/// <summary>Folds the facts of a run into something: measures, files, a digest, a check.</summary>
public interface IObserver
{
    void Observe(in Observation observation);
}
