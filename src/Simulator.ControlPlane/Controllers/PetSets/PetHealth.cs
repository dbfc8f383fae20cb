using Simulator.Api;

namespace Simulator.ControlPlane.Controllers.PetSets;

/// <summary>When a PetSet goes on after a pet (pkg/controller/petset/pet.go of 1.3.10).</summary>
public static class PetHealth
{
    private static readonly string[] Yes = ["1", "t", "T", "true", "TRUE", "True"];

    /// <summary>
    /// It runs, is ready, and its template or a human has said that it is initialized; one that is being deleted holds the set up too.
    /// </summary>
    public static bool LetsTheNextGo(Pod pet) => IsHealthy(pet) && !pet.Metadata.IsBeingDeleted;

    public static bool IsHealthy(Pod pet) => pet.Status.Phase == PodPhase.Running && IsInitialized(pet.Metadata.Annotations) && pet.IsReady;

    /// <summary>The annotation reads as true; without it a set stops after its first pet.</summary>
    public static bool IsInitialized(LabelSet annotations) => Yes.Contains(annotations.ValueOrEmpty(WellKnownAnnotations.PetInitialized));
}
