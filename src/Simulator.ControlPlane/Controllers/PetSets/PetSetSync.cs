using Simulator.Api;
using Simulator.ControlPlane.Controllers.Routines;
using Simulator.ControlPlane.Hosting;

namespace Simulator.ControlPlane.Controllers.PetSets;

/// <summary>What a sync of a PetSet came to.</summary>
/// <param name="BlockedAtStart">Name of the pet that it waited for from the start; "" = none.</param>
/// <param name="BlockedAtEnd">The same at its end: a pet that it created or deletes blocks the next.</param>
/// <param name="Synced">Pets whose sync went well, those included whose creation had to wait: what status.replicas says.</param>
public readonly record struct PetSetSyncResult(string BlockedAtStart, string BlockedAtEnd, int Synced, int Errors);

/// <summary>
/// One sync of a PetSet: at most one pet is created or deleted, and none while another one is not healthy (syncPetSet of 1.3.10).
/// </summary>
internal sealed class PetSetSync(PetSetEntries sets, PetBlockers blockers, WorkQueue queue, RoutineSet routines)
{
    /// <summary>A repair that meets a conflict is tried again so often (updateRetries).</summary>
    private const int Retries = 3;

    /// <summary>As <see cref="Retries"/>, for the status (statusUpdateRetries).</summary>
    private const int StatusRetries = 2;

    public IEnumerator<Wait> Run(ObjectKey key)
    {
        if (sets.Find(key) is not { } entry)
        {
            blockers.Forget(key);
            yield break;
        }

        var progress = new Progress(entry);
        foreach (var wait in FindBlocker(progress)) yield return wait;
        var blockedAtStart = progress.Blocker;

        // A blocker that cannot be read ends the sync, which then counts no pet at all (Sync of pet_set.go writes the status nevertheless).
        if (progress.Errors == 0)
        {
            foreach (var wait in SyncPets(entry, progress)) yield return wait;
            blockers.Remember(key, progress.Blocker);
        }

        entry.LastSync = new PetSetSyncResult(blockedAtStart?.Name ?? "", progress.Blocker?.Name ?? "", progress.Synced, progress.Errors);
        foreach (var wait in WriteStatus(entry.Value, progress)) yield return wait;
        if (progress.Errors > 0) queue.Add(key);
    }

    private IEnumerable<Wait> SyncPets(PetSetEntry entry, Progress progress)
    {
        foreach (var pet in entry.Pets)
        {
            foreach (var wait in Sync(pet, progress)) yield return wait;
        }

        foreach (var surplus in entry.SurplusOf(progress.Known))
        {
            foreach (var wait in Delete(surplus, progress)) yield return wait;
        }
    }

    /// <summary>
    /// The pet that the last sync waited for, as the API has it now; only where none is remembered are the known ones looked through.
    /// </summary>
    private IEnumerable<Wait> FindBlocker(Progress progress)
    {
        if (blockers.Of(progress.Set.Key) is { } remembered)
        {
            var get = new Call(new GetRequest("Pod", remembered));
            yield return get;
            if (IsUnanswered(get.Response)) progress.Errors++;
            if (get.Response.Object is not Pod pet) yield break;
            if (PetHealth.LetsTheNextGo(pet)) blockers.Forget(progress.Set.Key);
            else progress.Blocker = pet.Key;
            yield break;
        }

        progress.Blocker = progress.Known.Find(pet => !PetHealth.LetsTheNextGo(pet))?.Key;
    }

    /// <summary>Claims come before the question whether the pet may be created: those of all pets are there after the first sync.</summary>
    private IEnumerable<Wait> Sync(PetIdentity pet, Progress progress)
    {
        var get = new Call(new GetRequest("Pod", pet.Key));
        yield return get;
        if (IsUnanswered(get.Response))
        {
            progress.Errors++;
            yield break;
        }

        var errors = progress.Errors;
        foreach (var wait in SyncClaims(pet, progress)) yield return wait;
        if (progress.Errors > errors) yield break;
        if (get.Response.Object is Pod pod)
        {
            foreach (var wait in Repair(pet, pod, progress)) yield return wait;
        }
        else if (progress.Blocker is null)
        {
            foreach (var wait in Create(pet, progress)) yield return wait;
        }

        if (progress.Errors == errors) progress.Synced++;
    }

    private IEnumerable<Wait> SyncClaims(PetIdentity pet, Progress progress)
    {
        foreach (var claim in pet.Claims)
        {
            var get = new Call(new GetRequest(claim.Kind, claim.Key));
            yield return get;
            if (get.Response.IsOk) continue;
            if (get.Response.Result != ApiResult.NotFound)
            {
                progress.Errors++;
                continue;
            }

            var create = new Call(new CreateRequest(claim));
            yield return create;
            if (create.Response.IsOk) Tell(progress.Set, "SuccessfulCreate", $"pvc: {claim.Name}");
            else Fail(progress, "FailedCreate", $"pvc: {claim.Name}, error: {create.Response.Outcome}");
        }
    }

    /// <summary>It blocks even if its creation fails.</summary>
    private IEnumerable<Wait> Create(PetIdentity pet, Progress progress)
    {
        progress.Blocker = pet.Key;
        var create = new Call(new CreateRequest(pet.Pod));
        yield return create;
        if (create.Response.IsOk) Tell(progress.Set, "SuccessfulCreate", $"pet: {pet.Key.Name}");
        else Fail(progress, "FailedCreate", $"pet: {pet.Key.Name}, error: {create.Response.Outcome}");
    }

    private IEnumerable<Wait> Repair(PetIdentity pet, Pod pod, Progress progress)
    {
        for (var tries = 0; !pet.IsBorneBy(pod); tries++)
        {
            var update = new Call(new UpdateRequest(pet.Repair(pod)));
            yield return update;
            if (update.Response.IsOk) yield break;
            var get = new Call(new GetRequest("Pod", pet.Key));
            if (tries < Retries) yield return get;
            if (get.Response.Object is not Pod now)
            {
                progress.Errors++;
                yield break;
            }

            pod = now;
        }
    }

    private IEnumerable<Wait> Delete(ObjectKey surplus, Progress progress)
    {
        var get = new Call(new GetRequest("Pod", surplus));
        yield return get;
        if (IsUnanswered(get.Response)) progress.Errors++;
        if (get.Response.Object is not Pod pet || progress.Blocker is not null) yield break;
        progress.Blocker = pet.Key;
        if (pet.Metadata.IsBeingDeleted) yield break;
        var deletion = new Call(new DeleteRequest("Pod", pet.Key));
        yield return deletion;
        if (IsUnanswered(deletion.Response)) Fail(progress, "FailedDelete", $"pet: {pet.Name}, error: {deletion.Response.Outcome}");
        else Tell(progress.Set, "SuccessfulDelete", $"pet: {pet.Name}");
    }

    private static IEnumerable<Wait> WriteStatus(PetSet set, Progress progress)
    {
        if (set.Status.Replicas == progress.Synced) yield break;
        for (var tries = 0; ; tries++)
        {
            var write = new Call(new UpdateStatusRequest(set with { Status = new PetSetStatus { Replicas = progress.Synced } }));
            yield return write;
            if (write.Response.IsOk) yield break;
            var get = new Call(new GetRequest(set.Kind, set.Key));
            if (tries < StatusRetries) yield return get;
            if (get.Response.Object is not PetSet now)
            {
                progress.Errors++;
                yield break;
            }

            set = now;
        }
    }

    /// <summary>Whether it is there is not known: that it is not would be an answer.</summary>
    private static bool IsUnanswered(ApiResponse response) => response.Result is not (ApiResult.Ok or ApiResult.NotFound);

    private void Fail(Progress progress, string reason, string message)
    {
        progress.Errors++;
        Tell(progress.Set, reason, message);
    }

    private void Tell(PetSet set, string reason, string message) => routines.Tell(new EventRequest(reason, set.Kind, set.Key, message));

    private sealed class Progress(PetSetEntry entry)
    {
        public PetSet Set => entry.Value;

        /// <summary>In the order of their creation, then by name.</summary>
        public List<Pod> Known { get; } = entry.KnownPets();

        public ObjectKey? Blocker { get; set; }

        public int Synced { get; set; }

        public int Errors { get; set; }
    }
}
