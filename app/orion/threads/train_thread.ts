/** Learns in a thread of its own: takes a `TrainingOrder`, answers a `Training`. */
import { workerData } from 'node:worker_threads'
import { learnSets, type TrainingOrder } from '#app/orion/training/learn_sets'
import { answer, tell, whenLoaded } from '#app/orion/threads/in_thread'

whenLoaded(async () => answer(await learnSets(workerData as TrainingOrder, tell)))
